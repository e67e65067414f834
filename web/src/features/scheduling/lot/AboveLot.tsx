import { Breadcrumbs, Crumb } from '@/ui/Breadcrumbs'

import type { LotInterviews } from './queries'

/** The way to the interviews of a lot leads over the lot. */
export function AboveLot({ lot }: { lot: LotInterviews }) {
  return (
    <Breadcrumbs place="lots">
      <Crumb to="/lots/$id" params={{ id: lot.lot_id }}>
        {lot.name}
      </Crumb>
    </Breadcrumbs>
  )
}
