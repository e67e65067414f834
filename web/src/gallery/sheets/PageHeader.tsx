import { Button } from '@/ui/Button'
import { PageHeader } from '@/ui/PageHeader'

import type { Sheet } from '../sheet'

export const sheet: Sheet = {
  part: 'PageHeader',
  wide: true,
  states: [
    { name: 'a title alone', draw: () => <PageHeader title="Candidates" /> },
    {
      name: 'with a lead and an action',
      draw: () => (
        <PageHeader
          title="Today"
          lead="Three interviews, and two letters that nobody has opened."
          action={<Button tone="main">Plan an interview</Button>}
        />
      ),
    },
    {
      name: 'long text',
      draw: () => (
        <PageHeader
          title="Maximiliane Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh"
          lead="Senior clinical informatics and perioperative nursing lead, surgery and intensive care"
          action={
            <>
              <Button>Move to another day</Button>
              <Button tone="main">Send the invitation</Button>
            </>
          }
        />
      ),
    },
  ],
}
