import { Button } from '@/ui/Button'
import { Popover } from '@/ui/Popover'

import type { Sheet } from '../sheet'

export const sheet: Sheet = {
  part: 'Popover',
  page: 240,
  states: [
    {
      name: 'open',
      draw: () => (
        <div className="p-6">
          <Popover label="View" trigger={<Button>View</Button>}>
            <p>A few settings at the button that they belong to.</p>
          </Popover>
        </div>
      ),
      act: (place) => place.querySelector('button')?.click(),
    },
  ],
}
