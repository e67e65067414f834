import { Chip } from '@/ui/Chip'
import { Link } from '@/ui/Link'
import { Cell, Row, Table } from '@/ui/Table'

import type { Sheet } from '../sheet'

const COLUMNS = ['Candidate', 'Begins', 'Role', 'State']
const NAMES = ['Sora Tanaka', 'Mira Kallas', 'Tomas Vega', 'Jo Park']
const LONG = 'Maximiliane Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh'

function Interview({ name, quiet }: { name: string; quiet?: boolean }) {
  return (
    <Row {...(quiet && { quiet })}>
      <Cell lead>
        <Link look="quiet" to="/today">
          {name}
        </Link>
      </Cell>
      <Cell mono>14:30</Cell>
      <Cell wide>Ward nurse</Cell>
      <Cell end>
        <Chip tone={quiet ? 'plain' : 'ok'}>{quiet ? 'Over' : 'Confirmed'}</Chip>
      </Cell>
    </Row>
  )
}

export const sheet: Sheet = {
  part: 'Table',
  wide: true,
  states: [
    {
      name: 'many',
      draw: () => (
        <Table caption="Interviews" columns={COLUMNS}>
          {NAMES.map((name, index) => (
            <Interview key={name} name={name} quiet={index === 3} />
          ))}
        </Table>
      ),
    },
    {
      name: 'one',
      draw: () => (
        <Table caption="Interviews" columns={COLUMNS}>
          <Interview name="Sora Tanaka" />
        </Table>
      ),
    },
    {
      name: 'long text',
      draw: () => (
        <Table caption="Interviews" columns={COLUMNS}>
          <Interview name={LONG} />
        </Table>
      ),
    },
  ],
}
