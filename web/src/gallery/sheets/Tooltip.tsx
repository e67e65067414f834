import { Button } from '@/ui/Button'
import { Tooltip } from '@/ui/Tooltip'

import type { Sheet } from '../sheet'

export const sheet: Sheet = {
  part: 'Tooltip',
  page: 160,
  states: [
    {
      name: 'at the focus',
      draw: () => (
        <div className="p-10">
          <Tooltip text="Turn the order round">
            <Button>Order</Button>
          </Tooltip>
        </div>
      ),
      act: (place) => place.querySelector('button')?.focus(),
    },
  ],
}
