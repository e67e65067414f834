import { useQuery } from '@tanstack/react-query'

import { wallTimeOf } from '@/lib/walltime'

import { boardQuery, type InterviewCard } from '../interviews'
import {
  addDays,
  clashesOf,
  type Column,
  mondayOf,
  type Moves,
  peopleColumns,
  startOf,
  weekColumns,
  withMoves,
} from './board'
import type { Moving } from './useMoves'

const WEEK_DAYS = 7

/** Which of the interviews are shown, where not all. */
export const SHOWN = ['not_invited', 'not_agreed', 'clashing'] as const
export type Shown = (typeof SHOWN)[number]
export type View = { day: string; by: 'week' | 'people'; who: string; only: Shown | ''; zone: string }

/** What the board shows, once it is there. */
export type Looked = {
  columns: Column[]
  /** As they are on the server. */
  planned: InterviewCard[]
  /** As they would be with all moves, as far as the view wants them. */
  cards: InterviewCard[]
  clashing: Set<string>
  zone: string
  moving: Moving
}

export function useBoard({ day, by, zone }: View) {
  const first = by === 'week' ? mondayOf(day) : day
  const end = addDays(first, by === 'week' ? WEEK_DAYS : 1)
  return useQuery(boardQuery(startOf(first, zone), startOf(end, zone)))
}

export function lookAt(planned: InterviewCard[], view: View, moving: Moving): Looked {
  const { day, by, zone } = view
  const all = withMoves(planned, moving.shown)
  const clashing = new Set(all.filter((card) => clashesOf(card, all).length > 0).map(({ id }) => id))
  const cards = all.filter((card) => isWanted(card, view, clashing, moving.shown))
  const columns =
    by === 'week'
      ? weekColumns(mondayOf(day))
      : peopleColumns(
          day,
          [...planned, ...all].filter((card) => wallTimeOf(card.starts_at, zone).date === day),
        )
  return { columns, planned, cards, clashing, zone, moving }
}

/** What is being moved stays in sight, whatever is asked for. */
function isWanted(card: InterviewCard, { who, only }: View, clashing: Set<string>, moves: Moves): boolean {
  if (moves.has(card.id)) return true
  if (who && !card.interviewers.some(({ id }) => id === who)) return false
  if (only === 'clashing') return clashing.has(card.id)
  if (only === 'not_invited') return card.state === 'planned'
  return only !== 'not_agreed' || card.state === 'planned' || card.state === 'invited'
}
