import { Button } from '@/ui/Button'
import { StandAlone } from '@/ui/StandAlone'

import type { Sheet } from '../sheet'

export const sheet: Sheet = {
  part: 'StandAlone',
  page: 420,
  states: [
    {
      name: 'one thing to do',
      draw: () => (
        <StandAlone>
          <h1 className="text-25 font-semibold">Sign in</h1>
          <p className="mt-2 mb-6 text-ink-2">You are sent back to where you were.</p>
          <Button tone="main">Continue</Button>
        </StandAlone>
      ),
    },
  ],
}
