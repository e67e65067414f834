import { Meter } from '@/ui/Meter'

import type { Sheet } from '../sheet'

export const sheet: Sheet = {
  part: 'Meter',
  states: [
    { name: 'nothing', draw: () => <Meter label="Microphone" value={0} /> },
    { name: 'a third', draw: () => <Meter label="Microphone" value={0.33} text="We hear you" /> },
    { name: 'full', draw: () => <Meter label="Uploaded" value={12} max={12} /> },
  ],
}
