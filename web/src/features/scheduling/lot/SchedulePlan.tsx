import { useTranslation } from 'react-i18next'

import { formatNumber } from '@/lib/locale'
import { randomId } from '@/lib/random-id'
import { Button } from '@/ui/Button'
import { LeaveGuard } from '@/ui/LeaveGuard'
import { PageHeader } from '@/ui/PageHeader'

import { AboveLot } from './AboveLot'
import { patternOf } from './draft'
import { KeptNote } from './KeptNote'
import { PatternForm } from './PatternForm'
import { PlanReview } from './PlanReview'
import { type LotInterviews, useProposePlan } from './queries'
import { usePlanState } from './usePlanState'

type Props = {
  lot: LotInterviews
  onPlanned: () => void
  /** Leads to the interviews that are planned already, where there are any. */
  onBack: (() => void) | undefined
}

/** First how times follow each other, then the plan that comes of it. Going back keeps what was typed. */
export function SchedulePlan({ lot, onPlanned, onBack }: Props) {
  const { t } = useTranslation('lot_schedule')
  const plan = usePlanState(lot.lot_id)
  const { draft, proposal } = plan
  const propose = useProposePlan(lot.lot_id)
  const submit = () =>
    propose.mutate(patternOf(draft), {
      onSuccess: (proposed) => plan.propose({ plan: proposed, requestKey: randomId() }),
    })
  const finish = () => {
    plan.forget()
    onPlanned()
  }
  const note = plan.wasRecalled && <KeptNote onStartOver={plan.startOver} />
  const waiting = Math.max(0, lot.candidates - lot.planned)
  return (
    <>
      <LeaveGuard
        when={plan.isBegun}
        title={t('leave_title')}
        text={t('leave_text')}
        leaveLabel={t('leave')}
        stayLabel={t('stay')}
      />
      {proposal ? (
        <PlanReview
          lot={lot}
          draft={draft}
          proposal={proposal}
          note={note}
          onRows={plan.setRows}
          onBack={plan.withdraw}
          onPlanned={finish}
        />
      ) : (
        <>
          <PageHeader
            trail={<AboveLot lot={lot} />}
            title={t('page_title', { lot: lot.name })}
            lead={t('form_lead', { count: waiting, number: formatNumber(waiting) })}
            action={
              onBack && (
                <Button tone="bare" onClick={onBack}>
                  {t('to_planned')}
                </Button>
              )
            }
          />
          {note}
          <PatternForm
            draft={draft}
            onChange={plan.change}
            busy={propose.isPending}
            problem={propose.error}
            onSubmit={submit}
          />
        </>
      )}
    </>
  )
}
