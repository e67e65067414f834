import { Tabs } from '@/ui/Tabs'

import type { Sheet } from '../sheet'

const FEW = [
  { value: 'notes', label: 'Notes', content: <p>Nothing written yet.</p> },
  { value: 'code', label: 'Code', content: <p>Three exercises.</p> },
]
const MANY = ['Overview', 'Attention', 'What was said', 'Code and runs', 'Ratings', 'Proof', 'History'].map(
  (label) => ({ value: label, label, content: <p>{label}</p> }),
)
const nothing = () => undefined

export const sheet: Sheet = {
  part: 'Tabs',
  states: [
    { name: 'few', draw: () => <Tabs label="Interview" tabs={FEW} value="notes" onChange={nothing} /> },
    {
      name: 'focused',
      focused: true,
      draw: () => <Tabs label="Interview" tabs={FEW} value="notes" onChange={nothing} />,
    },
    { name: 'many', draw: () => <Tabs label="Report" tabs={MANY} value="Overview" onChange={nothing} /> },
  ],
}
