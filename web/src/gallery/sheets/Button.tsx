import { Plus } from 'lucide-react'

import { Button } from '@/ui/Button'

import type { Sheet } from '../sheet'

export const sheet: Sheet = {
  part: 'Button',
  states: [
    { name: 'main', draw: () => <Button tone="main">Send invitations</Button> },
    { name: 'plain', draw: () => <Button>Save the draft</Button> },
    { name: 'bare', draw: () => <Button tone="bare">Cancel</Button> },
    { name: 'grave', draw: () => <Button tone="grave">End the interview</Button> },
    { name: 'with an icon', draw: () => <Button icon={<Plus aria-hidden className="size-4" />}>Add</Button> },
    { name: 'candidate', draw: () => <Button tone="main" size="candidate" children="Continue" /> },
    { name: 'focused', focused: true, draw: () => <Button tone="main">Send invitations</Button> },
    {
      name: 'busy',
      draw: () => (
        <Button tone="main" busy>
          Send invitations
        </Button>
      ),
    },
    { name: 'disabled', draw: () => <Button disabled>Save the draft</Button> },
    {
      name: 'long text',
      draw: () => <Button>Tell everybody on the panel that the interview has moved to another day</Button>,
    },
  ],
}
