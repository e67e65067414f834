import { Choice } from '@/ui/Choice'

import type { Sheet } from '../sheet'

const WAYS = [
  { value: 'random', label: 'At random', description: 'Everybody in the pool has the same chance.' },
  { value: 'ranked', label: 'By rank', description: 'The first in the order of a column are drawn.' },
]
const PLAIN = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]
const nothing = () => undefined

export const sheet: Sheet = {
  part: 'Choice',
  states: [
    {
      name: 'nothing chosen',
      draw: () => <Choice label="How to draw" options={WAYS} value={undefined} onChange={nothing} />,
    },
    {
      name: 'chosen',
      draw: () => <Choice label="How to draw" options={WAYS} value="ranked" onChange={nothing} />,
    },
    {
      name: 'focused',
      focused: true,
      draw: () => <Choice label="How to draw" options={WAYS} value="random" onChange={nothing} />,
    },
    {
      name: 'without descriptions',
      draw: () => <Choice label="Sound" options={PLAIN} value="yes" onChange={nothing} />,
    },
  ],
}
