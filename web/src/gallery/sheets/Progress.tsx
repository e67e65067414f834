import { Button } from '@/ui/Button'
import { Progress } from '@/ui/Progress'

import type { Sheet } from '../sheet'

export const sheet: Sheet = {
  part: 'Progress',
  states: [
    {
      name: 'how far it is, and how to call it off',
      draw: () => (
        <Progress
          label="Sending nurses.csv"
          share={0.4}
          said="40 %"
          action={<Button tone="bare">Stop</Button>}
        />
      ),
    },
    {
      name: 'nobody knows how much it is',
      draw: () => (
        <Progress label="Reading nurses.csv" said="1,200 rows">
          You may leave this page; the work goes on.
        </Progress>
      ),
    },
    { name: 'done', draw: () => <Progress label="Writing" share={1} said="4,012 of 4,012 rows" /> },
    {
      name: 'long text',
      draw: () => (
        <Progress
          label="Sending surgery_intensive-care_paediatrics_candidates_autumn_final_corrected.csv"
          share={0.02}
          said="2 %"
        />
      ),
    },
  ],
}
