import type { TFunction } from 'i18next'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { useMay, useMe } from '@/features/accounts/queries'
import { ExercisesSection } from '@/features/coding/ExercisesSection'
import { formatDate, formatList, formatMinutes } from '@/lib/locale'
import { zoneCity } from '@/lib/zones'
import { Answer } from '@/ui/Answer'
import { Breadcrumbs } from '@/ui/Breadcrumbs'
import { Fact, Facts } from '@/ui/Facts'
import { Link } from '@/ui/Link'
import { PageHeader } from '@/ui/PageHeader'
import { usePageTitle } from '@/ui/usePageTitle'
import { When } from '@/ui/When'

import { CandidateNeeds } from './CandidateNeeds'
import { InterviewActions } from './InterviewActions'
import { type InterviewCard, interviewQuery } from './interviews'
import { Panel } from './InterviewTable'
import { InvitationFact } from './InvitationFact'
import { RemindersFact } from './RemindersFact'
import { RulesOffFact } from './RulesOffFact'
import { StateChip } from './StateChip'

export function InterviewPage() {
  const { id } = useParams({ from: '/staff/desk/interviews/$id' })
  const query = useQuery(interviewQuery(id))
  usePageTitle(query.data && `${query.data.candidate.name}, ${query.data.title}`)
  return (
    <Answer query={query}>
      {(interview) => (
        <>
          <PageHeader
            trail={<Breadcrumbs place="interviews" />}
            title={interview.candidate.name}
            lead={
              <span className="flex flex-wrap items-center gap-2">
                {interview.title}
                <StateChip interview={interview} />
              </span>
            }
            action={<InterviewActions interview={interview} />}
          />
          <CandidateNeeds interview={interview} />
          <InterviewFacts interview={interview} />
          <Exercises interview={interview} />
        </>
      )}
    </Answer>
  )
}

function Exercises({ interview: { id, state, is_mine: isMine } }: { interview: InterviewCard }) {
  const [mayPlan, mayLead] = [useMay('interviews.plan'), useMay('rooms.lead')]
  const isOver = state === 'ended' || state === 'cancelled'
  return <ExercisesSection interview={id} mayChange={!isOver && (mayPlan || (mayLead && isMine))} />
}

function InterviewFacts({ interview }: { interview: InterviewCard }) {
  const { t } = useTranslation('scheduling')
  return (
    <Facts>
      <Fact name={t('when')}>
        <Clocks interview={interview} />
      </Fact>
      <Fact name={t('minutes')}>{formatMinutes(interview.minutes)}</Fact>
      <Fact name={t('candidate')}>
        <CandidateLink candidate={interview.candidate} />
        <span className="text-ink-2"> {interview.candidate.email}</span>
      </Fact>
      <Fact name={t('with')}>
        <Panel interview={interview} />
      </Fact>
      <Fact name={t('invitation')}>
        <InvitationFact interview={interview} />
      </Fact>
      <Fact name={t('reminders.name')}>
        <RemindersFact interview={interview} />
      </Fact>
      <Fact name={t('consent')}>
        <ConsentFact interview={interview} />
      </Fact>
      <Fact name={t('rules_off.name')}>
        <RulesOffFact interview={interview} />
      </Fact>
      {interview.state === 'ended' && (
        <Fact name={t('report')}>
          <ReportFact interview={interview} />
        </Fact>
      )}
    </Facts>
  )
}

/** Your clock first, then the others that somebody looks at. */
function Clocks({ interview }: { interview: InterviewCard }) {
  const { t } = useTranslation('scheduling')
  const { zone } = useMe()
  const others = new Set([interview.candidate.zone, interview.zone].filter((other) => other !== zone))
  return (
    <>
      <strong className="font-semibold">
        <When at={interview.starts_at} zone={zone} style="full" />
      </strong>
      <span className="text-ink-2"> {t('preview.in_place', { place: zoneCity(zone) })}</span>
      {[...others].map((other) => (
        <p key={other} className="text-13 text-ink-2">
          {t(other === interview.candidate.zone ? 'clock_of_candidate' : 'clock_of_plan', {
            time: formatDate(interview.starts_at, other, 'moment'),
            place: zoneCity(other),
          })}
        </p>
      ))}
    </>
  )
}

function CandidateLink({ candidate }: { candidate: InterviewCard['candidate'] }) {
  if (!useMay('candidates.read')) return candidate.name
  return (
    <Link to="/candidates/$id" params={{ id: candidate.id }}>
      {candidate.name}
    </Link>
  )
}

function ConsentFact({ interview: { consent } }: { interview: InterviewCard }) {
  const { t } = useTranslation('scheduling')
  const { zone } = useMe()
  if (!consent) return <span className="text-ink-2">{t('consent_none')}</span>
  return (
    <>
      {agreedTo(consent, t)}
      <span className="text-ink-2">
        {' '}
        <When at={consent.given_at} zone={zone} />
      </span>
    </>
  )
}

function agreedTo(
  { observation, further }: NonNullable<InterviewCard['consent']>,
  t: TFunction<'scheduling'>,
) {
  if (!observation) return t('consent_call_only')
  if (!further?.length) return t('consent_observed')
  return t('consent_observed_and', { further: formatList(further.map((one) => t(`consent_${one}`))) })
}

function ReportFact({ interview: { report, room_session_id: room } }: { interview: InterviewCard }) {
  const { t } = useTranslation('scheduling')
  if (!report || report.state === 'none' || !room)
    return <span className="text-ink-2">{t('report_none')}</span>
  if (report.state === 'preparing') return <span className="text-ink-2">{t('report_preparing')}</span>
  return (
    <>
      <Link to="/reports/$id" params={{ id: room }}>
        {t('report_read')}
      </Link>
      {report.score !== null && (
        <span className="text-ink-2"> {t('report_score', { score: report.score })}</span>
      )}
    </>
  )
}
