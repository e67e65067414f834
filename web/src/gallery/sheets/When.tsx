import { When } from '@/ui/When'

import type { Sheet } from '../sheet'

const at = '2026-11-26T13:30:00Z'
const zone = 'Europe/Berlin'

export const sheet: Sheet = {
  part: 'When',
  states: [
    { name: 'moment', draw: () => <When at={at} zone={zone} /> },
    { name: 'time', draw: () => <When at={at} zone={zone} style="time" /> },
    { name: 'day', draw: () => <When at={at} zone={zone} style="day" /> },
    { name: 'full, in a named place', draw: () => <When at={at} zone="Asia/Kolkata" style="full" named /> },
  ],
}
