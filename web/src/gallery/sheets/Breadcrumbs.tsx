import { Breadcrumbs, Crumb } from '@/ui/Breadcrumbs'
import { PageHeader } from '@/ui/PageHeader'

import type { Sheet } from '../sheet'

export const sheet: Sheet = {
  part: 'Breadcrumbs',
  states: [
    { name: 'one page above', draw: () => <Breadcrumbs place="interviews" /> },
    {
      name: 'two, one of them focused',
      focused: true,
      draw: () => (
        <Breadcrumbs place="pools">
          <Crumb to="/today">Nurses, spring</Crumb>
        </Breadcrumbs>
      ),
    },
    {
      name: 'above a heading',
      draw: () => <PageHeader trail={<Breadcrumbs place="candidates" />} title="Sora Tanaka" />,
    },
    {
      name: 'long text',
      draw: () => (
        <Breadcrumbs place="pools">
          <Crumb to="/today">
            Senior clinical informatics and perioperative nursing, surgery and intensive care
          </Crumb>
        </Breadcrumbs>
      ),
    },
  ],
}
