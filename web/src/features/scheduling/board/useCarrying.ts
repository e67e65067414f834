import { useEffect, useRef } from 'react'

import { isRightToLeft } from '@/lib/direction'
import { dialogIsOpen } from '@/ui/dialogIsOpen'
import { pressed, useShortcutGroup } from '@/ui/shortcuts'

import type { InterviewCard } from '../interviews'
import { canMove, type Column, minuteOf, movedTo, STEP_MINUTES } from './board'
import type { Held, Moving } from './useMoves'

type Board = {
  columns: readonly Column[]
  zone: string
  /** The card as it is on the server. */
  planned: (id: string) => InterviewCard | undefined
  /** The card as it is shown, with its move. */
  shown: (id: string) => InterviewCard | undefined
}

/** M picks up the talk that has the focus; arrows carry it, Enter puts it down, Escape leaves it where it was.
 *  What was put down last is taken back by the keys that undo everywhere. */
export function useCarrying(moving: Moving, board: Board): void {
  useShortcutGroup('board')
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (dialogIsOpen()) return
      if (moving.held) carry(event, moving, moving.held, board)
      else pickUp(event, moving, board)
    }
    // Before the talk's own button takes Enter for a wish to open.
    document.addEventListener('keydown', onKeyDown, true)
    return () => document.removeEventListener('keydown', onKeyDown, true)
  })
  useFocusKept(moving.held)
}

function pickUp(event: KeyboardEvent, moving: Moving, { shown }: Board): void {
  const wish = pressed(event, 'board')
  if (wish === 'undo') moving.undo()
  if (wish !== 'move' || !(event.target instanceof HTMLElement)) return
  const card = shown(event.target.dataset.talk ?? '')
  const column = event.target.closest<HTMLElement>('[data-column]')?.dataset.column
  if (card && column && canMove(card)) moving.hold({ id: card.id, at: card, column })
}

function carry(event: KeyboardEvent, moving: Moving, held: Held, board: Board): void {
  const planned = board.planned(held.id)
  if (!planned || event.key === 'Tab') {
    moving.letGo()
    return
  }
  const step = STEPS[event.key]
  if (step) {
    const next = step(held, board)
    if (next) moving.hold(next)
  } else if (event.key === 'Enter') moving.move(planned, held.at)
  else if (event.key === 'Escape') moving.letGo()
  else return
  event.preventDefault()
  event.stopPropagation()
}

const STEPS: Record<string, (held: Held, board: Board) => Held | undefined> = {
  ArrowUp: (held, board) => carried(held, board, 0, -STEP_MINUTES),
  ArrowDown: (held, board) => carried(held, board, 0, STEP_MINUTES),
  ArrowLeft: (held, board) => carried(held, board, isRightToLeft() ? 1 : -1, 0),
  ArrowRight: (held, board) => carried(held, board, isRightToLeft() ? -1 : 1, 0),
}

/** So many columns further, so many minutes later; undefined where there is no such place. */
function carried(held: Held, board: Board, columns: number, minutes: number): Held | undefined {
  const here = board.columns.findIndex(({ id }) => id === held.column)
  const [from, to, card] = [board.columns[here], board.columns[here + columns], board.shown(held.id)]
  if (!from || !to || !card) return undefined
  const at = movedTo(card, from, to, minuteOf(held.at.starts_at, board.zone) + minutes, board.zone)
  return at && { id: held.id, at, column: to.id }
}

/** A talk that goes to another column, or back to its own, is another element there. */
function useFocusKept(held: Held | undefined): void {
  const carriedId = useRef<string>(undefined)
  const where = held && `${held.at.starts_at} ${held.column}`
  const [id, column] = [held?.id, held?.column]
  useEffect(() => {
    const talk = `[data-talk="${id ?? carriedId.current}"]`
    const wasCarried = carriedId.current !== undefined
    carriedId.current = id
    const there = column && document.querySelector<HTMLElement>(`[data-column="${column}"] ${talk}`)
    if (id || wasCarried) (there || document.querySelector<HTMLElement>(talk))?.focus()
  }, [id, column, where])
}
