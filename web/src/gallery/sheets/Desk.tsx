import { Banner } from '@/ui/Banner'
import { Desk } from '@/ui/layouts/Desk'
import { Link } from '@/ui/Link'
import { Mark } from '@/ui/Mark'
import { PageHeader } from '@/ui/PageHeader'

import type { Sheet } from '../sheet'

const PLACES = ['Today', 'Candidates', 'Pools']

function Rail({ folded }: { folded: boolean }) {
  return (
    <nav aria-label="Main" className="flex gap-2 py-3 desk:flex-col">
      {folded ? (
        <Mark />
      ) : (
        PLACES.map((name) => (
          <Link key={name} to="/today" look="place">
            {name}
          </Link>
        ))
      )}
    </nav>
  )
}

const page = <PageHeader title="Today" lead="Nothing waits for you." />

export const sheet: Sheet = {
  part: 'Desk',
  page: 220,
  wide: 'desk',
  states: [
    {
      name: 'a rail and a page',
      draw: () => (
        <Desk rail={<Rail folded={false} />} folded={false}>
          {page}
        </Desk>
      ),
    },
    {
      name: 'folded, with what concerns every page',
      draw: () => (
        <Desk rail={<Rail folded />} folded banner={<Banner>The server cannot be reached.</Banner>}>
          {page}
        </Desk>
      ),
    },
  ],
}
