import { Button } from '@/ui/Button'
import { Kbd } from '@/ui/Kbd'

import type { Sheet } from '../sheet'

export const sheet: Sheet = {
  part: 'Kbd',
  states: [
    { name: 'alone', draw: () => <Kbd>C</Kbd> },
    { name: 'a word', draw: () => <Kbd>Enter</Kbd> },
    {
      name: 'on a button',
      draw: () => (
        <Button tone="main">
          Confirm <Kbd>C</Kbd>
        </Button>
      ),
    },
  ],
}
