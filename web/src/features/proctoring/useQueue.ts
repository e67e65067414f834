import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { prompted } from './budget'
import { keepPutOff, putOffIn } from './putOff'
import type { Incident, Rules } from './words'

type Review = 'open' | 'confirmed' | 'dismissed'
export type OnReview = (incident: string, review: Review) => Promise<unknown>
/** What a person says to a moment; `open` takes it back. */
export type Reply = Review | 'later'

/** Below the moment that is read so many others are named; more would be a list to keep up with. */
const BEHIND_AT_MOST = 2

export type Queue = {
  /** The one that is up now. It stays until it is answered, whatever else comes. */
  current: Incident | undefined
  behind: readonly Incident[]
  /** For afterwards: over the budget, quiet, left for later, or answered. */
  digest: readonly Incident[]
  /** What was answered last and how, so that it can be taken back at once. */
  answered: { incident: Incident; as: Exclude<Reply, 'open'> } | undefined
  standing: (incident: Incident) => Reply
  reply: (incident: string, reply: Reply) => void
  busy: string | undefined
  failed: { incident: string; problem: unknown } | undefined
}

export function useQueue(
  incidents: readonly Incident[],
  rules: Rules,
  room: string,
  onReview: OnReview,
): Queue {
  const [putOff, setPutOff] = useState(() => putOffIn(room))
  const [reading, setReading] = useState<string>()
  const [last, setLast] = useState<string>()
  const review = useMutation({
    mutationFn: (said: { incident: string; review: Review }) => onReview(said.incident, said.review),
    onSuccess: (_, said) => setLast(said.review === 'open' ? undefined : said.incident),
  })

  const standing = ({ id, review = 'open' }: Incident): Reply =>
    review === 'open' && putOff.includes(id) ? 'later' : review
  const isOpen = (incident: Incident) => standing(incident) === 'open'
  const waiting = prompted(incidents, rules).filter(isOpen)
  const current = incidents.find((one) => one.id === reading && isOpen(one)) ?? waiting[0]
  if (current?.id !== reading) setReading(current?.id)
  const behind = waiting.filter((one) => one !== current).slice(0, BEHIND_AT_MOST)

  const answered = (incident: Incident | undefined) => {
    const as = incident && standing(incident)
    return as && as !== 'open' ? { incident, as } : undefined
  }
  const leave = (moments: string[]) => {
    keepPutOff(room, moments)
    setPutOff(moments)
  }
  const reply = (incident: string, said: Reply) => {
    if (review.isPending) return
    const others = putOff.filter((one) => one !== incident)
    if (said === 'later') {
      leave([...others, incident])
      setLast(incident)
    } else if (said === 'open' && others.length < putOff.length) {
      leave(others)
      setLast(undefined)
    } else review.mutate({ incident, review: said })
  }
  return {
    current,
    behind,
    digest: incidents.filter((one) => one !== current && !behind.includes(one)),
    answered: answered(incidents.find(({ id }) => id === last)),
    standing,
    reply,
    busy: review.isPending ? review.variables.incident : undefined,
    failed: review.error ? { incident: review.variables.incident, problem: review.error } : undefined,
  }
}
