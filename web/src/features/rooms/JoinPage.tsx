import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { FairviewProblem } from '@/api/problem'
import { type Answers, ConsentStep } from '@/features/scheduling/ConsentStep'
import { JourneyPage } from '@/features/scheduling/JourneyPage'
import { type Extra, extrasOf, getVisit, isOutdated, tellNeed, type Visit } from '@/features/scheduling/visit'
import { WhatWillHappen } from '@/features/scheduling/WhatWillHappen'
import { Button } from '@/ui/Button'
import { Failure } from '@/ui/Failure'
import { Loading } from '@/ui/Loading'
import { useProblemSentence } from '@/ui/problemSentence'

import { Arrival } from './Arrival'
import { Left } from './Left'
import { Thanks } from './Thanks'

/** The candidate's whole way after the link: what is observed, devices, a still moment, the room, thanks. */
export function JoinPage() {
  const { t } = useTranslation('rooms')
  const sentence = useProblemSentence()
  const [hasLeft, setHasLeft] = useState(false)
  const visit = useQuery({ queryKey: ['visit'], queryFn: getVisit, retry: false, staleTime: Infinity })

  if (hasLeft) return <JourneyPage title={t('left_title')} lead={t('left_text')} />
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
  if (visit.data.room?.state === 'ended') return <Thanks visit={visit.data} />
  return <Way visit={visit.data} onLeft={() => setHasLeft(true)} />
}

type Place = 'invitation' | 'decision' | 'onwards' | 'left'

/** There and back again: what was answered stays answered. */
function Way({ visit, onLeft }: { visit: Visit; onLeft: () => void }) {
  const { t } = useTranslation('visit')
  const queries = useQueryClient()
  const { consent, interview } = visit
  const known = consent && decidedExtras(visit)
  const [place, setPlace] = useState<Place>(known ? 'onwards' : 'decision')
  const [answers, setAnswers] = useState<Answers>({
    ...(known && { notes: consent.observation ? 'yes' : 'no' }),
    extras: known ?? [],
  })

  if (place === 'left')
    return <Left organisation={interview.organisation} onBack={() => setPlace('onwards')} />
  if (place === 'invitation')
    return (
      <WhatWillHappen
        interview={interview}
        onTell={(kind, text) =>
          tellNeed(kind, text).then(() => queries.invalidateQueries({ queryKey: ['visit'] }))
        }
        foot={
          <Button tone="main" size="candidate" onClick={() => setPlace('decision')}>
            {t('continue')}
          </Button>
        }
      />
    )
  if (place === 'decision' || !consent)
    return (
      <ConsentStep
        visit={visit}
        answers={answers}
        onAnswers={setAnswers}
        onBack={() => setPlace('invitation')}
        onLeft={onLeft}
        onOutdated={() => void queries.invalidateQueries({ queryKey: ['visit'] })}
        onGiven={() => {
          void queries.invalidateQueries({ queryKey: ['visit'] }).then(() => setPlace('onwards'))
        }}
      />
    )
  return (
    <Arrival
      visit={visit}
      observed={consent.observation}
      extras={answers.extras}
      onBack={() => setPlace('decision')}
      onLeave={() => setPlace('left')}
    />
  )
}

/** What they said yes to, where all has been asked that is asked now. */
function decidedExtras({ consent, watching }: Visit): readonly Extra[] | undefined {
  if (!consent || isOutdated(consent)) return undefined
  if (!consent.observation || extrasOf(watching).length === 0) return []
  return consent.further ?? undefined
}
