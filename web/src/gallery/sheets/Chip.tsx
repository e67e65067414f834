import { Chip } from '@/ui/Chip'

import type { Sheet } from '../sheet'

export const sheet: Sheet = {
  part: 'Chip',
  states: [
    { name: 'plain', draw: () => <Chip>Planned</Chip> },
    { name: 'ok', draw: () => <Chip tone="ok">Confirmed</Chip> },
    { name: 'notice', draw: () => <Chip tone="notice">Not opened yet</Chip> },
    { name: 'grave', draw: () => <Chip tone="grave">Not delivered</Chip> },
    { name: 'evidence', draw: () => <Chip tone="evidence">Observed</Chip> },
    { name: 'live', draw: () => <Chip tone="live">In the room</Chip> },
  ],
}
