import { Lobby } from '@/ui/layouts/Lobby'
import { Notice } from '@/ui/Notice'

import type { Sheet } from '../sheet'

const picture = (
  <div className="stage grid aspect-4/3 place-items-center bg-sunk text-ink rounded-panel">Your picture</div>
)

export const sheet: Sheet = {
  part: 'Lobby',
  states: [
    {
      name: 'waiting',
      draw: () => (
        <Lobby
          clock={<p className="text-20 font-semibold">It starts in 4 minutes, at 14:30.</p>}
          picture={picture}
        >
          <p>The others are told that you are here.</p>
        </Lobby>
      ),
    },
    {
      name: 'something is wrong',
      draw: () => (
        <Lobby
          news={<Notice title="No camera was found.">Connect one, or go on with sound only.</Notice>}
          picture={picture}
        >
          <p>The others are told that you are here.</p>
        </Lobby>
      ),
    },
  ],
}
