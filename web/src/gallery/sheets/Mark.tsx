import { Mark } from '@/ui/Mark'

import type { Sheet } from '../sheet'

export const sheet: Sheet = {
  part: 'Mark',
  states: [
    { name: 'as it is', draw: () => <Mark /> },
    { name: 'large', draw: () => <Mark className="size-7" /> },
  ],
}
