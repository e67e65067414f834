import { Loading } from '@/ui/Loading'

import type { Sheet } from '../sheet'

export const sheet: Sheet = {
  part: 'Loading',
  states: [
    { name: 'loading', draw: () => <Loading /> },
    { name: 'with words', draw: () => <Loading text="Your place is being prepared" /> },
  ],
}
