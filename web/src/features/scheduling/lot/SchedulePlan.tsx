import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMe } from '@/features/accounts/queries'
import { formatNumber } from '@/lib/locale'
import { randomId } from '@/lib/random-id'
import { PageHeader } from '@/ui/PageHeader'

import { type LotDraft, patternOf } from './draft'
import { PatternForm } from './PatternForm'
import { PlanReview, type Proposal } from './PlanReview'
import { type LotInterviews, useProposePlan } from './queries'

type Props = { lot: LotInterviews; onPlanned: () => void }

/** First how times follow each other, then the plan that comes of it. Going back keeps what was typed. */
export function SchedulePlan({ lot, onPlanned }: Props) {
  const { t } = useTranslation('lot_schedule')
  const me = useMe()
  const propose = useProposePlan(lot.lot_id)
  const [proposal, setProposal] = useState<Proposal>()
  const [draft, setDraft] = useState<LotDraft>({
    title: '',
    date: '',
    time: '09:00',
    fold: null,
    zone: me.zone,
    minutes: 45,
    break_minutes: 15,
    until: '17:00',
    weekdays_only: true,
    interviewer_ids: me.may.includes('rooms.lead') ? [me.id] : [],
    turns: 'in_turn',
  })
  const submit = () =>
    propose.mutate(patternOf(draft), {
      onSuccess: (plan) => setProposal({ plan, requestKey: randomId() }),
    })
  if (proposal)
    return (
      <PlanReview
        lot={lot}
        draft={draft}
        proposal={proposal}
        onBack={() => setProposal(undefined)}
        onPlanned={onPlanned}
      />
    )
  const waiting = Math.max(0, lot.candidates - lot.planned)
  return (
    <>
      <PageHeader
        title={t('page_title', { lot: lot.name })}
        lead={t('form_lead', { count: waiting, number: formatNumber(waiting) })}
      />
      <PatternForm
        draft={draft}
        onChange={setDraft}
        busy={propose.isPending}
        problem={propose.error}
        onSubmit={submit}
      />
    </>
  )
}
