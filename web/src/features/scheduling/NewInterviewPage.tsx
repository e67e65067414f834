import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Allowed } from '@/features/accounts/Allowed'
import { useMe } from '@/features/accounts/queries'
import { type Candidate, candidateQuery } from '@/features/candidates/queries'
import { Breadcrumbs } from '@/ui/Breadcrumbs'
import { PageHeader } from '@/ui/PageHeader'
import { toast } from '@/ui/toast'
import { usePageTitle } from '@/ui/usePageTitle'

import { CandidateField } from './CandidateField'
import { type Draft, InterviewForm } from './InterviewForm'
import { usePlanInterview } from './interviews'

export function NewInterviewPage() {
  const { t } = useTranslation('scheduling')
  usePageTitle(t('plan'))
  return (
    <div className="max-w-2xl">
      <PageHeader trail={<Breadcrumbs place="interviews" />} title={t('plan')} lead={t('plan_lead')} />
      <Allowed asks="interviews.plan">
        <Planning />
      </Allowed>
    </div>
  )
}

function Planning() {
  const { t } = useTranslation('scheduling')
  const me = useMe()
  const navigate = useNavigate()
  const plan = usePlanInterview()
  const { candidate: asked } = useSearch({ from: '/staff/desk/interviews/new' })
  const askedFor = useQuery({ ...candidateQuery(asked ?? ''), enabled: asked !== undefined }).data
  const [chosen, setChosen] = useState<Candidate>()
  const candidate = chosen ?? askedFor

  const draft: Draft = {
    title: '',
    date: '',
    time: '',
    zone: me.zone,
    fold: null,
    minutes: 45,
    interviewer_ids: me.may.includes('rooms.lead') ? [me.id] : [],
    allow_overlap: false,
  }
  const submit = (wanted: Draft) => {
    if (!candidate) return
    plan.mutate(
      { ...wanted, candidate_id: candidate.id },
      {
        onSuccess: (card) => {
          toast({ text: t('planned_news'), tone: 'ok' })
          void navigate({ to: '/interviews/$id', params: { id: card.id } })
        },
      },
    )
  }
  return (
    <InterviewForm
      draft={draft}
      candidate={candidate}
      candidateField={(missing) => (
        <CandidateField candidate={candidate} onChange={setChosen} missing={missing} />
      )}
      submitLabel={t('plan')}
      busy={plan.isPending}
      problem={plan.error}
      onSubmit={submit}
    />
  )
}
