import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

import { useCell } from '@/lib/useCell'
import { Failure } from '@/ui/Failure'
import { Loading } from '@/ui/Loading'

import { type Card, type Progress, progressOf } from './scorecard/draft'
import { ScorecardKeeper } from './scorecard/keeper'
import { cardStore, scorecardQuery } from './scorecard/queries'
import { ScorecardForm } from './scorecard/ScorecardForm'
import { unsavedOf } from './scorecard/unsaved'

type Props = {
  roomSession: string
  /** Where the talk is, in milliseconds from its start; null while or where there is no such moment. */
  nowMs: () => number | null
  onSubmitted?: () => void
  onProgress?: (progress: Progress) => void
}

/** One's own scorecard on a talk, during it or afterwards. */
export function ScorecardPanel(props: Props) {
  const card = useQuery(scorecardQuery(props.roomSession))
  if (card.error) return <Failure problem={card.error} retry={() => void card.refetch()} />
  if (!card.data) return <Loading />
  return <Kept key={props.roomSession} card={card.data} {...props} />
}

function Kept({ card, roomSession, nowMs, onSubmitted, onProgress }: Props & { card: Card }) {
  const [keeper] = useState(() => new ScorecardKeeper(card, cardStore(roomSession), unsavedOf(roomSession)))
  const { rated, of } = progressOf(useCell(keeper.cell).draft, card.rubric)
  useEffect(() => onProgress?.({ rated, of }), [onProgress, rated, of])
  useEffect(() => {
    const leave = () => void keeper.flush()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [keeper])
  return <ScorecardForm keeper={keeper} rubric={card.rubric} nowMs={nowMs} onSubmitted={onSubmitted} />
}
