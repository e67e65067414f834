import { Chip } from '@/ui/Chip'
import { Clause } from '@/ui/Clause'

import type { Sheet } from '../sheet'

export const sheet: Sheet = {
  part: 'Clause',
  states: [
    {
      name: 'needed',
      draw: () => (
        <Clause
          title="Camera and microphone in the call"
          mark={<Chip>needed</Chip>}
          text="So that you can see and hear each other."
          terms={[
            { name: 'Who sees it', text: 'The people in the talk.' },
            { name: 'Kept', text: 'No picture and no sound.' },
            { name: 'Without', text: 'Without a camera, sound is enough.' },
          ]}
        />
      ),
    },
  ],
}
