import { type MouseEvent, type PointerEvent, useRef } from 'react'

import type { InterviewCard } from '../interviews'
import { canMove, type Column, type Moved, movedTo, STEP_MINUTES } from './board'
import type { Moving } from './useMoves'

const SLACK_PX = 5
const DAY_PART = 60

type Grid = {
  columns: readonly Column[]
  zone: string
  firstHour: number
  /** The card as it is planned on the server. */
  planned: (id: string) => InterviewCard | undefined
}

/** A talk follows the mouse from quarter to quarter, and lies where it is let go. A finger scrolls instead. */
export function useDragging(moving: Moving, { columns, zone, firstHour, planned }: Grid) {
  /** The press that ends a drag is no wish to open. */
  const justDragged = useRef(false)
  const onPointerDown = (event: PointerEvent, shown: InterviewCard, from: Column) => {
    justDragged.current = false
    const card = planned(shown.id)
    if (event.button !== 0 || event.pointerType === 'touch' || !card || !canMove(card)) return
    const grabbed = event.clientY - event.currentTarget.getBoundingClientRect().top
    const start = { x: event.clientX, y: event.clientY }
    let at: Moved | undefined
    const follow = ({ clientX, clientY }: globalThis.PointerEvent) => {
      const way = Math.hypot(clientX - start.x, clientY - start.y)
      if (!at && way < SLACK_PX) return
      const place = placeAt(clientX, clientY - grabbed)
      const next = place && movedTo(shown, from, place.column, place.minute, zone)
      if (!next) return
      at = next
      moving.hold({ id: card.id, at, column: place.column.id })
    }
    const end = (lay: boolean) => {
      stop.abort()
      justDragged.current = at !== undefined
      if (at && lay) moving.move(card, at)
      else moving.letGo()
    }
    const stop = new AbortController()
    const { signal } = stop
    window.addEventListener('pointermove', follow, { signal })
    window.addEventListener('pointerup', () => end(true), { signal })
    window.addEventListener('pointercancel', () => end(false), { signal })
    window.addEventListener('keydown', ({ key }) => key === 'Escape' && end(false), { signal })
  }
  /** The column under the pointer, and the quarter of an hour in it. */
  const placeAt = (x: number, y: number) => {
    const node = document
      .elementsFromPoint(x, y)
      .find((one) => one instanceof HTMLElement && one.dataset.column)
    const column = node instanceof HTMLElement && columns.find(({ id }) => id === node.dataset.column)
    if (!column || !(node instanceof HTMLElement)) return undefined
    const { top, height } = node.getBoundingClientRect()
    const hours = Number(node.dataset.hours)
    const minute = firstHour * DAY_PART + ((y - top) / height) * hours * DAY_PART
    return { column, minute: Math.round(minute / STEP_MINUTES) * STEP_MINUTES }
  }
  const endsDrag = ({ detail }: MouseEvent) => detail > 0 && justDragged.current
  return { onPointerDown, endsDrag }
}
