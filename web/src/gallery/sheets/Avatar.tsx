import { Avatar } from '@/ui/Avatar'

import type { Sheet } from '../sheet'

const PEOPLE = ['Ada', 'Amara Diallo', 'Éloïse Ümit-Øster', 'كاي مورينو', '']

export const sheet: Sheet = {
  part: 'Avatar',
  states: [
    {
      name: 'in a line',
      draw: () => (
        <p className="flex flex-wrap gap-2">
          {PEOPLE.map((name) => (
            <Avatar key={name} name={name} />
          ))}
        </p>
      ),
    },
    { name: 'on the stage', draw: () => <Avatar name="Amara Diallo" size="stage" /> },
  ],
}
