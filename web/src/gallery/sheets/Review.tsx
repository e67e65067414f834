import { Button } from '@/ui/Button'
import { Chip } from '@/ui/Chip'
import { Review, ReviewPoint } from '@/ui/layouts/Review'

import type { Sheet } from '../sheet'

const still = { onToggle: () => undefined, onFound: () => undefined }

export const sheet: Sheet = {
  part: 'Review',
  wide: 'desk',
  states: [
    {
      name: 'closed, and one that does not count',
      draw: () => (
        <Review>
          <ReviewPoint
            {...still}
            id="one"
            kind="look_away"
            open={false}
            at="12:04"
            title="Looked away for 7 s"
            about="Eyes beside the screen."
            sum={<Chip tone="evidence">−1</Chip>}
            note="They said that the doorbell rang."
          >
            <p>Measured</p>
          </ReviewPoint>
          <ReviewPoint
            {...still}
            id="two"
            kind="absence"
            open={false}
            at="19:40"
            title="Away for 12 s"
            isStruck
            about="Dismissed."
            sum={<Chip>0</Chip>}
          >
            <p>Measured</p>
          </ReviewPoint>
        </Review>
      ),
    },
    {
      name: 'open',
      draw: () => (
        <Review>
          <ReviewPoint
            {...still}
            id="three"
            kind="look_away"
            open
            at="12:04"
            title="Looked away for 7 s"
            about="Eyes beside the screen."
            sum={<Chip tone="evidence">−1</Chip>}
          >
            <p className="text-13">From 12:04 to 12:11, of 10 such notes about 9 were right.</p>
            <p>
              <Button tone="bare">Dismiss</Button>
              <Button tone="bare">Confirm</Button>
            </p>
          </ReviewPoint>
        </Review>
      ),
    },
  ],
}
