import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { momentsOf, wallTimeOf } from '@/lib/walltime'
import { useProblemSentence } from '@/ui/problemSentence'
import { toast } from '@/ui/toast'

import { isOverlap } from '../OverlapNotice'
import { useClashSentence } from '../clash'
import { type InterviewCard, useMoveInterview } from '../interviews'
import { clashesOf, type Moved, withMoves } from './board'
import type { Moving } from './useMoves'

/** Saves the moves one by one. What is refused stays as a move, with the reason. */
export function useSaveMoves(planned: readonly InterviewCard[], moving: Moving) {
  const { t } = useTranslation('board')
  const [busy, setBusy] = useState(false)
  const [refusals, setRefusals] = useState<ReadonlyMap<string, string>>(new Map())
  const move = useMoveInterview()
  const sentence = useProblemSentence()
  const clash = useClashSentence()
  const save = async () => {
    setBusy(true)
    const refused = new Map<string, string>()
    const all = withMoves(planned, moving.moves)
    for (const card of all.filter(({ id }) => moving.moves.has(id))) {
      // A clash that stood beside the button was seen; one that is new since is said first.
      const body = { ...changeOf(card), allow_overlap: clashesOf(card, all).length > 0 }
      await move.mutateAsync({ id: card.id, body }).then(
        () => moving.takeBack(card.id),
        (problem: unknown) => refused.set(card.id, isOverlap(problem) ? clash(problem) : sentence(problem)),
      )
    }
    setRefusals(refused)
    setBusy(false)
    const count = moving.moves.size - refused.size
    if (count > 0) toast({ text: t('saved', { count }), tone: 'ok' })
  }
  return { save, busy, refusals }
}

/** In the zone in which it was planned, so that letters go on saying that clock. */
export function changeOf({ zone, starts_at, interviewers }: Moved & { zone: string }) {
  const { date, time } = wallTimeOf(starts_at, zone)
  const moments = momentsOf(date, time, zone)
  const second = moments.findIndex((at) => at.getTime() === Date.parse(starts_at)) === 1
  const fold = moments.length < 2 ? null : second ? (1 as const) : (0 as const)
  return { date, time, zone, fold, interviewer_ids: interviewers.map(({ id }) => id) }
}
