import { Scene } from '@/ui/Scene'

import type { Sheet } from '../sheet'

export const sheet: Sheet = {
  part: 'Scene',
  states: [
    { name: 'read', draw: () => <Scene of="read" /> },
    { name: 'test', draw: () => <Scene of="test" /> },
    { name: 'wait', draw: () => <Scene of="wait" /> },
    { name: 'talk', draw: () => <Scene of="talk" /> },
    { name: 'decide', draw: () => <Scene of="decide" /> },
  ],
}
