import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { formatDate, formatNumber } from '@/lib/locale'
import { Button } from '@/ui/Button'
import { Empty } from '@/ui/Empty'
import { Failure } from '@/ui/Failure'
import { PageHeader } from '@/ui/PageHeader'
import { useProblemSentence } from '@/ui/problemSentence'
import { toast } from '@/ui/toast'

import { AboveLot } from './AboveLot'
import { type LotDraft, type Proposal, verdictOf, wishOf } from './draft'
import { PlanNotices } from './PlanNotices'
import { PlanTable } from './PlanTable'
import { type LotInterviews, type PlannedRow, useCheckPlan, usePlanLot } from './queries'

type Props = {
  lot: LotInterviews
  draft: LotDraft
  proposal: Proposal
  note?: ReactNode
  onRows: (rows: PlannedRow[]) => void
  onBack: () => void
  onPlanned: () => void
}

/** Every talk of the plan, to be looked over, changed and taken out; then all of them in one step. */
export function PlanReview({ lot, draft, proposal, note, onRows, onBack, onPlanned }: Props) {
  const { t } = useTranslation('lot_schedule')
  const sentence = useProblemSentence()
  const { rows } = proposal.plan
  const [mayOverlap, setMayOverlap] = useState(false)
  const check = useCheckPlan(lot.lot_id)
  const planAll = usePlanLot(lot.lot_id)
  const { zone, minutes, title } = draft
  const verdict = verdictOf(rows)

  const lookAgain = (next: PlannedRow[]) => {
    onRows(next)
    if (next.length === 0) return
    check.mutate({ zone, minutes, rows: next.map(wishOf) }, { onSuccess: (plan) => onRows(plan.rows) })
  }
  const submit = (invite: boolean) =>
    planAll.mutate(
      {
        request_key: proposal.requestKey,
        title,
        zone,
        minutes,
        rows: rows.map(wishOf),
        invite,
        allow_overlap: mayOverlap,
      },
      {
        onSuccess: () => {
          toast({ text: t(invite ? 'invited_news' : 'planned_news', countOf(rows.length)), tone: 'ok' })
          onPlanned()
        },
        onError: () => lookAgain(rows),
      },
    )
  const settled = verdict.blocked === 0 && (verdict.overlapping === 0 || mayOverlap)
  const ready = settled && rows.length > 0 && !check.isPending && !check.error
  return (
    <>
      <PageHeader
        trail={<AboveLot lot={lot} />}
        title={t('review_title', { lot: lot.name })}
        lead={rows.length > 0 && <Span rows={rows} zone={zone} />}
        action={
          <>
            <Button tone="bare" onClick={onBack}>
              {t('change_times')}
            </Button>
            <Button disabled={!ready} busy={planAll.isPending} onClick={() => submit(false)}>
              {t('plan_only')}
            </Button>
            <Button tone="main" disabled={!ready} busy={planAll.isPending} onClick={() => submit(true)}>
              {t('plan_and_invite', countOf(rows.length))}
            </Button>
          </>
        }
      />
      {note}
      {check.error ? (
        <Failure problem={check.error} retry={() => lookAgain(rows)} />
      ) : (
        planAll.error && (
          <p role="alert" className="mb-4 text-grave">
            {sentence(planAll.error)}
          </p>
        )
      )}
      <PlanNotices
        plan={proposal.plan}
        zone={zone}
        verdict={verdict}
        mayOverlap={mayOverlap}
        onMayOverlap={setMayOverlap}
      />
      {rows.length ? (
        <PlanTable rows={rows} zone={zone} minutes={minutes} onChange={lookAgain} />
      ) : (
        <Empty title={t('empty_title')} text={t('empty_text')} />
      )}
    </>
  )
}

const countOf = (count: number) => ({ count, number: formatNumber(count) })

/** How many, from when to when. */
function Span({ rows, zone }: { rows: PlannedRow[]; zone: string }) {
  const { t } = useTranslation('lot_schedule')
  const times = rows.flatMap(({ starts_at }) => starts_at ?? []).sort()
  const [first, last] = [times[0], times.at(-1)].map((at) => at && formatDate(at, zone, 'date'))
  if (!first || !last) return null
  return t(first === last ? 'span_day' : 'span', { ...countOf(rows.length), first, last })
}
