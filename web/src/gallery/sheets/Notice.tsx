import { Button } from '@/ui/Button'
import { Notice } from '@/ui/Notice'

import type { Sheet } from '../sheet'

export const sheet: Sheet = {
  part: 'Notice',
  states: [
    { name: 'a sentence', draw: () => <Notice>Please read this once more, and decide again.</Notice> },
    {
      name: 'what happened, what to do, what is safe',
      draw: () => (
        <Notice title="No camera was found." action={<Button size="candidate">Try again</Button>}>
          <p>Connect a camera, then press “Try again”.</p>
          <p className="text-ink-2">Nothing was seen. The talk can also take place with sound only.</p>
        </Notice>
      ),
    },
  ],
}
