import { StepLine } from '@/ui/StepLine'

import type { Sheet } from '../sheet'

export const sheet: Sheet = {
  part: 'StepLine',
  states: [
    { name: 'first', draw: () => <StepLine count={4} current={1} name="Invitation" /> },
    { name: 'under way', draw: () => <StepLine count={4} current={3} name="Camera and sound" /> },
    { name: 'behind', draw: () => <StepLine count={4} current={5} name="Done" /> },
  ],
}
