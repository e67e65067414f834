import { Button } from '@/ui/Button'
import { Empty } from '@/ui/Empty'

import type { Sheet } from '../sheet'

export const sheet: Sheet = {
  part: 'Empty',
  states: [
    { name: 'a title alone', draw: () => <Empty title="No interviews today" /> },
    {
      name: 'with a way on',
      draw: () => (
        <Empty
          title="No candidates yet"
          text="Upload a list, and check each row before anything is kept."
          action={<Button tone="main">Upload a list</Button>}
        />
      ),
    },
  ],
}
