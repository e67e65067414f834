import { Menu, MenuDownload, MenuItem } from '@/ui/Menu'

import { pressIn } from '../acts'
import type { Sheet } from '../sheet'

const nothing = () => undefined

function Actions() {
  return (
    <div className="flex justify-end p-4">
      <Menu label="More">
        <MenuItem onPick={nothing}>Move to another day</MenuItem>
        <MenuDownload href="/report.pdf">Download the report</MenuDownload>
        <MenuItem onPick={nothing} disabled>
          Send again
        </MenuItem>
        <MenuItem onPick={nothing} tone="grave">
          Cancel the interview
        </MenuItem>
      </Menu>
    </div>
  )
}

export const sheet: Sheet = {
  part: 'Menu',
  page: 240,
  states: [
    { name: 'closed', draw: () => <Actions /> },
    { name: 'open', act: pressIn('button'), awaits: '[role=menu]', draw: () => <Actions /> },
    {
      name: 'long text',
      act: pressIn('button'),
      awaits: '[role=menu]',
      draw: () => (
        <div className="flex justify-end p-4">
          <Menu label="More">
            <MenuItem onPick={nothing}>
              Tell everybody on the panel that the interview has moved to another day
            </MenuItem>
          </Menu>
        </div>
      ),
    },
  ],
}
