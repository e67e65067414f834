import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'

import { useMe } from '@/features/accounts/queries'
import { formatDate } from '@/lib/locale'
import { zoneCity } from '@/lib/zones'
import { Table } from '@/ui/Table'

import { byDay } from './draft'
import { PlanRow } from './PlanRow'
import type { PlannedRow } from './queries'

type Props = {
  rows: PlannedRow[]
  zone: string
  minutes: number
  onChange: (rows: PlannedRow[]) => void
}

/** Day by day on the plan's clock; yours beside it where it is another, and the candidate's. */
export function PlanTable({ rows, zone, minutes, onChange }: Props) {
  const { t } = useTranslation('lot_schedule')
  const me = useMe()
  const ownZone = me.zone === zone ? undefined : me.zone
  const columns = [
    t('time_in', { place: zoneCity(zone) }),
    ...(ownZone ? [t('time_for_you')] : []),
    t('candidate'),
    t('time_for_candidate'),
    t('with'),
    t('change'),
  ]
  const replace = (old: PlannedRow, changed?: PlannedRow) =>
    onChange(rows.flatMap((row) => (row === old ? (changed ?? []) : row)))
  return (
    <Table caption={t('plan')} columns={columns}>
      {byDay(rows).map((day) => (
        <Fragment key={day.date}>
          <DayLine date={day.date} span={columns.length} />
          {day.rows.map((row) => (
            <PlanRow
              key={row.candidate.id}
              row={row}
              plan={{ zone, minutes, ownZone }}
              onChange={(changed) => replace(row, changed)}
              onRemove={() => replace(row)}
            />
          ))}
        </Fragment>
      ))}
    </Table>
  )
}

function DayLine({ date, span }: { date: string; span: number }) {
  return (
    <tr className="block border-b border-line desk:table-row">
      <th
        scope="colgroup"
        colSpan={span}
        className="block pt-6 pb-2 text-start text-17 font-semibold desk:table-cell"
      >
        {formatDay(date)}
      </th>
    </tr>
  )
}

/** The plan's day as it is written, whatever the reader's zone; what is no day stays as it was typed. */
function formatDay(date: string): string {
  const noon = new Date(`${date}T12:00:00Z`)
  return Number.isNaN(noon.getTime()) ? date : formatDate(noon, 'UTC', 'day')
}
