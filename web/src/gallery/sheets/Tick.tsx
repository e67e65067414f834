import { Tick } from '@/ui/Tick'

import type { Sheet } from '../sheet'

const nothing = () => undefined

export const sheet: Sheet = {
  part: 'Tick',
  states: [false, true].map((checked) => ({
    name: checked ? 'ticked' : 'empty',
    draw: () => (
      <Tick
        label="Voices and noise"
        description="Whether a voice is heard, and how loud the room is."
        checked={checked}
        onChange={nothing}
      />
    ),
  })),
}
