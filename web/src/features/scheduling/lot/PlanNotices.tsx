import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { classes } from '@/lib/classes'
import { formatDate, formatList, formatNumber } from '@/lib/locale'
import { zoneCity, zoneName } from '@/lib/zones'

import type { Verdict } from './draft'
import type { LeftOut, LotPlan } from './queries'

type Props = {
  plan: LotPlan
  zone: string
  verdict: Verdict
  mayOverlap: boolean
  onMayOverlap: (may: boolean) => void
}

/** What to know before planning: what has to be settled first, and what the clocks do. */
export function PlanNotices({ plan, zone, verdict, mayOverlap, onMayOverlap }: Props) {
  const { t } = useTranslation('lot_schedule')
  const { blocked, overlapping } = verdict
  return (
    <div className="mb-4 grid gap-2 empty:hidden">
      {blocked > 0 && (
        <Notice tone="grave">{t('blocked', { count: blocked, number: formatNumber(blocked) })}</Notice>
      )}
      {overlapping > 0 && (
        <Notice tone="notice">
          <p>{t('overlapping', { count: overlapping, number: formatNumber(overlapping) })}</p>
          <label className="mt-1 flex min-h-9 cursor-pointer items-center gap-3">
            <input
              type="checkbox"
              checked={mayOverlap}
              onChange={(e) => onMayOverlap(e.target.checked)}
              className="size-4 shrink-0 accent-accent"
            />
            {t('overlap_anyway')}
          </label>
        </Notice>
      )}
      {byDayAndReason(plan.left_out).map(({ date, why, times }) => (
        <Notice key={`${date} ${why}`}>
          {t(`left_out.${why}`, {
            count: times.length,
            times: formatList(times),
            day: formatDate(`${date}T12:00:00Z`, 'UTC', 'date'),
            place: zoneCity(zone),
          })}
        </Notice>
      ))}
      <ClockChange plan={plan} zone={zone} />
      {plan.left_over > 0 && (
        <Notice>{t('left_over', { count: plan.left_over, number: formatNumber(plan.left_over) })}</Notice>
      )}
    </div>
  )
}

const TONES = {
  grave: 'bg-grave-soft text-grave',
  notice: 'bg-notice-soft',
  calm: 'bg-sunk ring-1 ring-line ring-inset',
}

function Notice({ tone = 'calm', children }: { tone?: keyof typeof TONES; children: ReactNode }) {
  return <div className={classes('rounded-panel px-4 py-3', TONES[tone])}>{children}</div>
}

/** Says that the clocks change between the first talk and the last, and what that means. */
function ClockChange({ plan, zone }: { plan: LotPlan; zone: string }) {
  const { t } = useTranslation('lot_schedule')
  const times = plan.rows.flatMap(({ starts_at }) => starts_at ?? []).sort()
  const [first, last] = [times[0], times.at(-1)]
  if (!first || !last) return null
  const offsets = [first, last].map((at) => zoneName(zone, new Date(at), 'shortOffset'))
  if (offsets[0] === offsets[1]) return null
  return (
    <Notice>{t('clocks_change', { place: zoneCity(zone), before: offsets[0], after: offsets[1] })}</Notice>
  )
}

function byDayAndReason(leftOut: readonly LeftOut[]) {
  const groups = new Map<string, { date: string; why: LeftOut['why']; times: string[] }>()
  for (const { date, time, why } of leftOut) {
    const key = `${date} ${why}`
    const group = groups.get(key) ?? { date, why, times: [] }
    groups.set(key, { ...group, times: [...group.times, time] })
  }
  return [...groups.values()]
}
