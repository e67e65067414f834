import { Spinner } from '@/ui/Spinner'

import type { Sheet } from '../sheet'

export const sheet: Sheet = {
  part: 'Spinner',
  states: [{ name: 'turning', draw: () => <Spinner /> }],
}
