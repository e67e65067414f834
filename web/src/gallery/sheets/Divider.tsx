import { Divider } from '@/ui/Divider'

import type { Sheet } from '../sheet'

const nothing = () => undefined

function Between() {
  return (
    <div className="grid h-40 grid-cols-[1fr_auto_1fr] gap-4">
      <p id="talk">People</p>
      <Divider share={42} onShare={nothing} />
      <p className="col-start-3">Work</p>
    </div>
  )
}

export const sheet: Sheet = {
  part: 'Divider',
  states: [{ name: 'between people and work', draw: () => <Between /> }],
}
