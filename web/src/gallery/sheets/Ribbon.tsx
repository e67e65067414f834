import { type Moment, Ribbon } from '@/ui/Ribbon'

import type { Sheet } from '../sheet'

const MINUTE = 60_000_000
const LENGTH = { startUs: 0, endUs: 45 * MINUTE }
const span = (start: number, end: number) => ({ startUs: start * MINUTE, endUs: end * MINUTE })
const MOMENTS: Moment[] = [
  { id: 'a', tone: 'evidence', label: 'Looked away for 7 s at 4:10', ...span(4.1, 4.9) },
  { id: 'b', tone: 'notice', label: 'Away for 12 s at 13:20', ...span(13.3, 14.6) },
  { id: 'c', tone: 'quiet', label: 'Note at 21:00', ...span(21, 21.1) },
  { id: 'd', tone: 'evidence', label: 'Dismissed, at 29:00', dismissed: true, ...span(29, 30) },
  { id: 'e', tone: 'notice', label: 'Around 38:00', doubtUs: 1.5 * MINUTE, ...span(38, 39) },
]
const everything = {
  ...LENGTH,
  moments: MOMENTS,
  gaps: [span(16, 18)],
  silences: [span(24, 27)],
  work: [span(6, 12), span(19, 28), span(33, 36)],
}

export const sheet: Sheet = {
  part: 'Ribbon',
  states: [
    { name: 'nothing yet', draw: () => <Ribbon {...LENGTH} label="Nothing yet" nowUs={0} /> },
    { name: 'under way', draw: () => <Ribbon {...everything} label="So far" nowUs={40 * MINUTE} /> },
    {
      name: 'to pick from',
      draw: () => <Ribbon {...everything} label="The interview" onPick={() => undefined} />,
    },
    { name: 'thin', draw: () => <Ribbon {...everything} label="The interview" thin /> },
    { name: 'nothing observed', draw: () => <Ribbon {...LENGTH} label="Nothing observed" gaps={[LENGTH]} /> },
  ],
}
