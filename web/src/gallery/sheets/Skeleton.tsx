import { Skeleton } from '@/ui/Skeleton'

import type { Sheet } from '../sheet'

export const sheet: Sheet = {
  part: 'Skeleton',
  states: [{ name: 'a line of text', draw: () => <Skeleton /> }],
}
