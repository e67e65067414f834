import { Plus } from 'lucide-react'

import { Link } from '@/ui/Link'

import type { Sheet } from '../sheet'

export const sheet: Sheet = {
  part: 'Link',
  states: [
    {
      name: 'text',
      draw: () => (
        <p>
          Every draw can be <Link to="/today">checked again</Link> by anybody.
        </p>
      ),
    },
    {
      name: 'text, focused',
      focused: true,
      draw: () => (
        <p>
          Every draw can be <Link to="/today">checked again</Link> by anybody.
        </p>
      ),
    },
    { name: 'quiet', draw: () => <Link look="quiet" to="/today" children="Sora Tanaka" /> },
    { name: 'view', draw: () => <Link look="view" to="/today" children="Past" /> },
    {
      name: 'view, here',
      draw: () => <Link look="view" to="/today" aria-current="page" children="Coming" />,
    },
    { name: 'place', draw: () => <Link look="place" to="/today" children="Candidates" /> },
    { name: 'main', draw: () => <Link look="main" to="/today" children="Join" /> },
    {
      name: 'plain, with an icon',
      draw: () => (
        <Link look="plain" to="/today" icon={<Plus aria-hidden className="size-4" />}>
          Plan an interview
        </Link>
      ),
    },
    { name: 'candidate', draw: () => <Link look="main" size="candidate" to="/today" children="Continue" /> },
    {
      name: 'long text',
      draw: () => (
        <Link look="quiet" to="/today">
          Maximiliane Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh
        </Link>
      ),
    },
  ],
}
