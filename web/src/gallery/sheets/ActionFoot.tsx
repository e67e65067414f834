import { ActionFoot } from '@/ui/ActionFoot'
import { Button } from '@/ui/Button'

import type { Sheet } from '../sheet'

export const sheet: Sheet = {
  part: 'ActionFoot',
  states: [
    {
      name: 'one next step',
      draw: () => (
        <ActionFoot>
          <Button tone="main" size="candidate">
            Continue
          </Button>
        </ActionFoot>
      ),
    },
    {
      name: 'and another way',
      draw: () => (
        <ActionFoot>
          <Button tone="main" size="candidate">
            Agree and test my camera
          </Button>
          <Button tone="bare" size="candidate">
            Not now
          </Button>
        </ActionFoot>
      ),
    },
  ],
}
