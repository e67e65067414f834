import { Button } from '@/ui/Button'
import { ListAndDetail } from '@/ui/layouts/ListAndDetail'
import { TextInput } from '@/ui/TextInput'

import type { Sheet } from '../sheet'

const EXERCISES = ['Two sums', 'Ward rounds', 'Shifts without gaps']

export const sheet: Sheet = {
  part: 'ListAndDetail',
  wide: true,
  page: 300,
  states: [
    {
      name: 'one of many',
      draw: () => (
        <ListAndDetail
          search={<TextInput type="search" aria-label="Search" placeholder="Search" />}
          list={
            <ul>
              {EXERCISES.map((name) => (
                <li key={name} className="px-3 py-2">
                  {name}
                </li>
              ))}
            </ul>
          }
          foot={<Button tone="main">Give it</Button>}
        >
          <h3 className="font-semibold">Ward rounds</h3>
          <p>In which order are the rooms visited, if nobody is to wait longer than an hour?</p>
        </ListAndDetail>
      ),
    },
  ],
}
