import { Mic, MicOff, VideoOff } from 'lucide-react'

import { CallButton } from '@/ui/CallButton'

import type { Sheet } from '../sheet'

export const sheet: Sheet = {
  part: 'CallButton',
  states: [
    { name: 'on', draw: () => <CallButton label="Mute" icon={<Mic />} /> },
    { name: 'off', draw: () => <CallButton label="Unmute" icon={<MicOff />} isOff /> },
    { name: 'focused', focused: true, draw: () => <CallButton label="Mute" icon={<Mic />} /> },
    {
      name: 'beside each other',
      draw: () => (
        <p className="flex gap-2">
          <CallButton label="Mute" icon={<Mic />} />
          <CallButton label="Camera on" icon={<VideoOff />} isOff />
        </p>
      ),
    },
  ],
}
