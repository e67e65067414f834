import { CalendarPlus, Dices, Layers, User } from 'lucide-react'

import { Palette } from '@/ui/Palette'

import type { Sheet } from '../sheet'

const GROUPS = [
  {
    name: 'Do',
    items: [
      { id: 'interview', label: 'New interview', icon: <CalendarPlus /> },
      { id: 'draw', label: 'Draw a lot from a pool…', icon: <Dices /> },
    ],
  },
  {
    name: 'Candidates',
    items: [{ id: 'cai', label: 'Cai Lindqvist', detail: 'cai@mail.example', icon: <User /> }],
  },
  { name: 'Pools', items: [{ id: 'spring', label: 'Spring of nurses', icon: <Layers /> }] },
]
const STILL = { label: 'Find or do anything', onQuery: () => {}, onPick: () => {}, onClose: () => {} }

export const sheet: Sheet = {
  part: 'Palette',
  page: 480,
  states: [
    { name: 'found', draw: () => <Palette {...STILL} query="c" groups={GROUPS} /> },
    {
      name: 'looking',
      draw: () => (
        <Palette {...STILL} query="cai" groups={[]}>
          <p className="px-4 py-2 text-13 text-ink-2">Looking for records…</p>
        </Palette>
      ),
    },
  ],
}
