import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { useMay, useMe } from '@/features/accounts/queries'
import { nameOfLanguage } from '@/lib/languages'
import { formatDate } from '@/lib/locale'
import { Answer } from '@/ui/Answer'
import { Breadcrumbs } from '@/ui/Breadcrumbs'
import { Button } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { Fact, Facts } from '@/ui/Facts'
import { Link } from '@/ui/Link'
import { PageHeader } from '@/ui/PageHeader'
import { toast } from '@/ui/toast'
import { usePageTitle } from '@/ui/usePageTitle'
import { When } from '@/ui/When'

import { CandidateDialog } from './CandidateDialog'
import { type Candidate, candidateQuery, useDeleteCandidate } from './queries'

/** One candidate. `children` is what other contexts know of them. */
export function CandidatePage({ id, children }: { id: string; children: ReactNode }) {
  const query = useQuery(candidateQuery(id))
  usePageTitle(query.data?.name)
  return (
    <Answer query={query}>
      {(candidate) => (
        <>
          <PageHeader
            trail={<Breadcrumbs place="candidates" />}
            title={candidate.name}
            lead={candidate.email}
            action={<Actions candidate={candidate} />}
          />
          <CandidateFacts candidate={candidate} />
          {children}
        </>
      )}
    </Answer>
  )
}

function Actions({ candidate }: { candidate: Candidate }) {
  const { t } = useTranslation('candidates')
  const [mayChange, mayPlan] = [useMay('candidates.write'), useMay('interviews.plan')]
  return (
    <>
      {mayChange && <DeleteButton candidate={candidate} />}
      {mayChange && <CandidateDialog candidate={candidate} trigger={<Button>{t('change')}</Button>} />}
      {mayPlan && (
        <Link to="/interviews/new" search={{ candidate: candidate.id }} look="main">
          {t('plan')}
        </Link>
      )}
    </>
  )
}

function DeleteButton({ candidate }: { candidate: Candidate }) {
  const { t } = useTranslation('candidates')
  const remove = useDeleteCandidate(candidate.id)
  const navigate = useNavigate()
  const confirm = async () => {
    await remove.mutateAsync()
    toast({ text: t('deleted', { name: candidate.name }) })
    await navigate({ to: '/candidates' })
  }
  return (
    <ConfirmDialog
      title={t('delete_title', { name: candidate.name })}
      description={t('delete_text')}
      confirmLabel={t('delete')}
      trigger={<Button tone="bare">{t('delete')}</Button>}
      onConfirm={confirm}
    />
  )
}

function CandidateFacts({ candidate }: { candidate: Candidate }) {
  const { t } = useTranslation('candidates')
  const { zone } = useMe()
  return (
    <Facts>
      <Fact name={t('zone')}>
        {candidate.zone.replaceAll('_', ' ')}
        <span className="text-ink-2">
          {' '}
          · {t('now_there', { time: formatDate(new Date(), candidate.zone, 'time') })}
        </span>
      </Fact>
      {candidate.locale && <Fact name={t('locale')}>{nameOfLanguage(candidate.locale)}</Fact>}
      {candidate.phone && <Fact name={t('phone')}>{candidate.phone}</Fact>}
      {candidate.note && (
        <Fact name={t('note')}>
          <p className="max-w-prose whitespace-pre-line">{candidate.note}</p>
        </Fact>
      )}
      <Fact name={t('added_on')}>
        <When at={candidate.created_at} zone={zone} style="date" />
      </Fact>
    </Facts>
  )
}
