import { useState } from 'react'

import type { InterviewCard } from '../interviews'
import { isSame, type Moved, type Moves } from './board'

const NONE: Moves = new Map()

/** What is being moved, where it is now, and in which column: a talk with two people is in two of them. */
export type Held = { id: string; at: Moved; column: string }

type Step = { id: string; before: Moved | undefined }

/** Moves that are not saved yet. Nothing is sent and nobody is told before they are. */
export function useMoves() {
  const [moves, setMoves] = useState(NONE)
  const [held, setHeld] = useState<Held>()
  const [steps, setSteps] = useState<readonly Step[]>([])
  const put = (id: string, at: Moved | undefined) =>
    setMoves((now) => {
      const next = new Map(now)
      if (at) next.set(id, at)
      else next.delete(id)
      return next
    })
  /** `card` is as it is planned on the server. */
  const move = (card: InterviewCard, at: Moved) => {
    const before = moves.get(card.id)
    setHeld(undefined)
    if (isSame(before ?? card, at)) return
    put(card.id, isSame(card, at) ? undefined : at)
    setSteps((now) => [...now, { id: card.id, before }])
  }
  const undo = () => {
    const last = steps.at(-1)
    if (!last) return
    put(last.id, last.before)
    setSteps((now) => now.slice(0, -1))
  }
  return {
    moves,
    held,
    shown: held ? new Map(moves).set(held.id, held.at) : moves,
    hold: setHeld,
    letGo: () => setHeld(undefined),
    move,
    takeBack: (id: string) => put(id, undefined),
    takeAllBack: () => setMoves(NONE),
    undo,
  }
}

export type Moving = ReturnType<typeof useMoves>
