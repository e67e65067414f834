import { useId } from 'react'

import { Switch } from '@/ui/Switch'

import type { Sheet } from '../sheet'

function Captions({ checked }: { checked: boolean }) {
  const id = useId()
  return (
    <div className="flex items-center justify-between gap-4">
      <span id={id}>Show captions</span>
      <Switch labelledBy={id} checked={checked} onChange={() => undefined} />
    </div>
  )
}

export const sheet: Sheet = {
  part: 'Switch',
  states: [
    { name: 'off', draw: () => <Captions checked={false} /> },
    { name: 'on', draw: () => <Captions checked /> },
    { name: 'focused', focused: true, draw: () => <Captions checked /> },
  ],
}
