import { Pager } from '@/ui/Pager'

import type { Sheet } from '../sheet'

const nothing = () => undefined

export const sheet: Sheet = {
  part: 'Pager',
  wide: true,
  states: [
    { name: 'first', draw: () => <Pager page={1} pages={7} onPage={nothing} /> },
    { name: 'between', draw: () => <Pager page={4} pages={7} onPage={nothing} /> },
    { name: 'last of many', draw: () => <Pager page={1204} pages={1204} onPage={nothing} /> },
    { name: 'one page: nothing', draw: () => <Pager page={1} pages={1} onPage={nothing} /> },
  ],
}
