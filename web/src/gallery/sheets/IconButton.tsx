import { Mic, MicOff, Trash2 } from 'lucide-react'

import { IconButton } from '@/ui/IconButton'

import type { Sheet } from '../sheet'

export const sheet: Sheet = {
  part: 'IconButton',
  states: [
    { name: 'square', draw: () => <IconButton label="Delete" icon={<Trash2 />} /> },
    { name: 'square, focused', focused: true, draw: () => <IconButton label="Delete" icon={<Trash2 />} /> },
    { name: 'square, pressed', draw: () => <IconButton label="Delete" icon={<Trash2 />} pressed /> },
    { name: 'square, disabled', draw: () => <IconButton label="Delete" icon={<Trash2 />} disabled /> },
    { name: 'round', draw: () => <IconButton shape="round" label="Microphone" icon={<Mic />} pressed /> },
    {
      name: 'round, off',
      draw: () => <IconButton shape="round" label="Microphone" icon={<MicOff />} pressed={false} />,
    },
    {
      name: 'round, focused',
      focused: true,
      draw: () => <IconButton shape="round" label="Microphone" icon={<Mic />} />,
    },
  ],
}
