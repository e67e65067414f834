import { DataTable } from '@/ui/DataTable'

import type { Sheet } from '../sheet'

const PEOPLE = ['Amara Diallo', 'Bjorn Halvorsen', 'Cai Moreno', 'Chiara Bianchi']
const COLUMNS = [
  { id: 'name', head: 'Name', width: 'w-72', stays: true, cell: (name: string) => name },
  { id: 'mark', head: 'Mark', width: 'w-44', cell: (name: string) => name.length },
]
const STILL = { caption: 'People', columns: COLUMNS, onWindow: () => {}, resetOn: '' }

export const sheet: Sheet = {
  part: 'DataTable',
  wide: true,
  states: [
    {
      name: 'one chosen',
      draw: () => (
        <DataTable
          {...STILL}
          count={PEOPLE.length}
          rowAt={(at) => PEOPLE[at]}
          isChosen={(name) => name === 'Cai Moreno'}
        />
      ),
    },
    {
      name: 'on its way',
      draw: () => (
        <DataTable
          {...STILL}
          count={4}
          rowAt={() => undefined as string | undefined}
          isChosen={() => false}
        />
      ),
    },
  ],
}
