import { Steps } from '@/ui/Steps'

import type { Sheet } from '../sheet'

export const sheet: Sheet = {
  part: 'Steps',
  states: [
    { name: 'first of four', draw: () => <Steps count={4} current={1} /> },
    { name: 'third of four', draw: () => <Steps count={4} current={3} /> },
    { name: 'last of nine', draw: () => <Steps count={9} current={9} /> },
  ],
}
