import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { FairviewProblem } from '@/api/problem'
import { JourneyPage } from '@/features/scheduling/JourneyPage'
import { ConsentStep } from '@/features/scheduling/ConsentStep'
import { getVisit, isOutdated } from '@/features/scheduling/visit'
import { Failure } from '@/ui/Failure'
import { Loading } from '@/ui/Loading'
import { useProblemSentence } from '@/ui/problemSentence'

import { Arrival } from './Arrival'
import { Thanks } from './Thanks'

/** The candidate's whole way after the link: what is observed, devices, a still moment, the room, thanks. */
export function JoinPage() {
  const { t } = useTranslation('rooms')
  const sentence = useProblemSentence()
  const queries = useQueryClient()
  const [left, setLeft] = useState(false)
  const visit = useQuery({ queryKey: ['visit'], queryFn: getVisit, retry: false, staleTime: Infinity })

  if (left) return <JourneyPage title={t('left_title')} lead={t('left_text')} />
  if (visit.isPending) return <Loading />
  if (visit.error) {
    const known =
      visit.error instanceof FairviewProblem && visit.error.status >= 400 && visit.error.status < 500
    return (
      <JourneyPage title={t('cannot_join_title')} lead={known ? sentence(visit.error) : undefined}>
        {!known && <Failure problem={visit.error} retry={() => void visit.refetch()} />}
      </JourneyPage>
    )
  }
  if (visit.data.room?.state === 'ended') return <Thanks organisation={visit.data.interview.organisation} />
  const { consent } = visit.data
  if (!consent || isOutdated(consent)) {
    return (
      <ConsentStep
        visit={visit.data}
        onGiven={() => void queries.invalidateQueries({ queryKey: ['visit'] })}
        onLeft={() => setLeft(true)}
      />
    )
  }
  return <Arrival visit={visit.data} observed={consent.observation} />
}
