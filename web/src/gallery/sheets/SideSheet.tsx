import { SideSheet } from '@/ui/SideSheet'

import type { Sheet } from '../sheet'

export const sheet: Sheet = {
  part: 'SideSheet',
  page: 480,
  states: [
    {
      name: 'open',
      draw: () => (
        <SideSheet title="Keyboard shortcuts" onClose={() => {}}>
          <p>What is read beside the page.</p>
        </SideSheet>
      ),
    },
  ],
}
