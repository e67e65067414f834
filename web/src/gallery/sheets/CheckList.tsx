import { CheckList } from '@/ui/CheckList'

import type { Sheet } from '../sheet'

const PEOPLE = [
  { value: 'ines', label: 'Ines Duarte', detail: 'ines@northwind.example' },
  { value: 'omar', label: 'Omar Haddad', detail: 'omar@northwind.example' },
  { value: 'rhea', label: 'Rhea Sandoval', detail: 'rhea@northwind.example' },
]
const MANY = Array.from({ length: 14 }, (_, index) => ({
  value: `${index}`,
  label: `Interviewer ${index + 1}`,
}))
const LONG = [
  {
    value: 'long',
    label: 'Maximiliane Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh',
    detail: 'maximiliane.wolfeschlegelsteinhausenbergerdorff@candidates.example',
  },
]
const nothing = () => undefined

export const sheet: Sheet = {
  part: 'CheckList',
  states: [
    {
      name: 'none chosen',
      draw: () => <CheckList label="Panel" options={PEOPLE} values={[]} onChange={nothing} />,
    },
    {
      name: 'two chosen',
      draw: () => <CheckList label="Panel" options={PEOPLE} values={['ines', 'rhea']} onChange={nothing} />,
    },
    {
      name: 'focused',
      focused: true,
      draw: () => <CheckList label="Panel" options={PEOPLE} values={['ines']} onChange={nothing} />,
    },
    {
      name: 'error',
      draw: () => (
        <CheckList
          label="Panel"
          options={PEOPLE}
          values={[]}
          onChange={nothing}
          error="Choose at least one person."
        />
      ),
    },
    {
      name: 'many',
      draw: () => <CheckList label="Panel" options={MANY} values={['2']} onChange={nothing} />,
    },
    {
      name: 'long text',
      draw: () => <CheckList label="Panel" options={LONG} values={[]} onChange={nothing} />,
    },
  ],
}
