import { Banner } from '@/ui/Banner'
import { Button } from '@/ui/Button'

import type { Sheet } from '../sheet'

export const sheet: Sheet = {
  part: 'Banner',
  wide: true,
  states: [
    { name: 'all is well', draw: () => <Banner>{false}</Banner> },
    { name: 'a sentence', draw: () => <Banner>No letter leaves: there is no mail server yet.</Banner> },
    {
      name: 'with what can be done',
      draw: () => (
        <Banner action={<Button>Try again</Button>}>
          The server cannot be reached. What is shown is from before; what you saved is safe there.
        </Banner>
      ),
    },
  ],
}
