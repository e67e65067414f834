import { Unfold } from '@/ui/Unfold'

import type { Sheet } from '../sheet'

const draw = () => (
  <Unfold title="I cannot come, or need another time">
    Tell the people who invited you, as early as you can.
  </Unfold>
)

export const sheet: Sheet = {
  part: 'Unfold',
  states: [
    { name: 'folded', draw },
    { name: 'open', draw, act: (place) => place.querySelector('summary')?.click() },
  ],
}
