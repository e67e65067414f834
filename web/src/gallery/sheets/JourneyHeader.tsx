import { Button } from '@/ui/Button'
import { JourneyHeader } from '@/ui/JourneyHeader'
import { StepLine } from '@/ui/StepLine'

import type { Sheet } from '../sheet'

export const sheet: Sheet = {
  part: 'JourneyHeader',
  states: [
    { name: 'nobody’s', draw: () => <JourneyHeader by="Fairview" /> },
    {
      name: 'with progress and the way out',
      draw: () => (
        <JourneyHeader
          name="Northwind Hospital"
          by="uses Fairview"
          progress={<StepLine count={4} current={3} name="Camera and sound" />}
          wayOut={
            <Button tone="bare" size="candidate">
              Leave
            </Button>
          }
        />
      ),
    },
  ],
}
