import { useQuery } from '@tanstack/react-query'
import { Navigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { answer, desk } from '@/api/client'
import { FairviewProblem } from '@/api/problem'
import { JourneyPage } from '@/features/scheduling/JourneyPage'
import { getVisit } from '@/features/scheduling/visit'
import { Failure } from '@/ui/Failure'
import { Link } from '@/ui/Link'
import { Loading } from '@/ui/Loading'

/** `/interview?role=candidate|interviewer`: leads each to their own place. */
export function InterviewDoorPage() {
  const { role } = useSearch({ from: '/interview' })
  if (role === 'candidate') return <CandidateDoor />
  if (role === 'interviewer') return <InterviewerDoor />
  return <ChooseDoor />
}

function CandidateDoor() {
  const { t } = useTranslation('rooms')
  const visit = useQuery({ queryKey: ['visit'], queryFn: getVisit, retry: false })
  if (visit.isPending) return <Loading />
  if (visit.data) return <Navigate to="/join" replace />
  return <JourneyPage title={t('door_candidate_title')} lead={t('door_candidate_text')} />
}

const NOT_OVER = ['planned', 'invited', 'confirmed', 'waiting', 'live']

/** The interview of this person that runs or comes next, straight to its room. */
function InterviewerDoor() {
  const { t } = useTranslation('rooms')
  const upcoming = useQuery({
    queryKey: ['interviews', 'door'],
    queryFn: () => answer(desk.GET('/api/interviews', { params: { query: { when: 'upcoming' } } })),
    retry: false,
  })
  if (upcoming.isPending) return <Loading />
  if (upcoming.error) {
    if (upcoming.error instanceof FairviewProblem && upcoming.error.status === 401)
      return <Navigate to="/sign-in" search={{ next: '/interview?role=interviewer' }} replace />
    return <Failure problem={upcoming.error} retry={() => void upcoming.refetch()} />
  }
  const mine = upcoming.data.items.filter((one) => one.is_mine && NOT_OVER.includes(one.state))
  const next = mine.find((one) => one.state === 'live' || one.state === 'waiting') ?? mine[0]
  if (next) return <Navigate to="/interviews/$id/room" params={{ id: next.id }} replace />
  return (
    <JourneyPage title={t('door_interviewer_title')} lead={t('door_interviewer_text')}>
      <Link to="/interviews" look="main" size="candidate">
        {t('door_to_interviews')}
      </Link>
    </JourneyPage>
  )
}

function ChooseDoor() {
  const { t } = useTranslation('rooms')
  return (
    <JourneyPage title={t('door_title')} lead={t('door_text')}>
      <div className="flex flex-wrap gap-4">
        <Link to="/interview" search={{ role: 'candidate' }} look="main" size="candidate">
          {t('door_as_candidate')}
        </Link>
        <Link to="/interview" search={{ role: 'interviewer' }} look="plain" size="candidate">
          {t('door_as_interviewer')}
        </Link>
      </div>
    </JourneyPage>
  )
}
