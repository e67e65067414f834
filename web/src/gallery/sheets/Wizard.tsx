import { Button } from '@/ui/Button'
import { Wizard } from '@/ui/layouts/Wizard'

import type { Sheet } from '../sheet'

const nothing = () => undefined

export const sheet: Sheet = {
  part: 'Wizard',
  page: 480,
  states: [
    {
      name: 'a page without a way',
      draw: () => <Wizard by="Fairview" title="You have left" lead="Nothing is kept." />,
    },
    {
      name: 'one question of four',
      draw: () => (
        <Wizard
          name="Northwind Hospital"
          by="uses Fairview"
          title="May notes be taken?"
          lead="You decide, and the talk takes place either way."
          progress={{ count: 4, current: 2, name: 'Your decision' }}
          back={{ label: 'Back', onBack: nothing }}
          wayOut={
            <Button tone="bare" size="candidate">
              Leave
            </Button>
          }
          foot={
            <Button tone="main" size="candidate">
              Go on
            </Button>
          }
        >
          <p>Your own device notes when you look away, and for how long.</p>
        </Wizard>
      ),
    },
  ],
}
