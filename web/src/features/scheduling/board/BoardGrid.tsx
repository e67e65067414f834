import { type MouseEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { classes } from '@/lib/classes'
import { formatDate } from '@/lib/locale'
import { wallTimeOf } from '@/lib/walltime'
import { Sideways } from '@/ui/Sideways'
import { useListKeys } from '@/ui/useListKeys'

import type { InterviewCard } from '../interviews'
import { useNow } from '../useNow'
import { type Column, hoursOf, minuteOf, placed } from './board'
import type { Looked } from './useBoard'
import { TalkBlock } from './TalkBlock'
import { useCarrying } from './useCarrying'
import { useDragging } from './useDragging'

const HOUR_REM = 4.5
const HOUR_MINUTES = 60

type Props = { board: Looked; mayMove: boolean; onOpen: (card: InterviewCard) => void }

/** Columns of hours, with every talk at its place. */
export function BoardGrid({ board, mayMove, onOpen }: Props) {
  const { t } = useTranslation('board')
  const { columns, cards, zone, moving } = board
  const region = useRef<HTMLDivElement>(null)
  const hours = hoursOf(board.planned, zone)
  const shownById = (id: string) => cards.find((card) => card.id === id)
  const plannedById = (id: string) => board.planned.find((card) => card.id === id)
  const dragging = useDragging(moving, { columns, zone, firstHour: hours[0], planned: plannedById })
  useListKeys(region)
  useCarrying(moving, {
    columns: mayMove ? columns : [],
    zone,
    planned: (id) => (mayMove ? plannedById(id) : undefined),
    shown: (id) => (mayMove ? shownById(id) : undefined),
  })
  return (
    <Sideways label={t('board')}>
      <div ref={region} className="min-w-max desk:min-w-full">
        <div className="flex border-b border-line-2 ps-14">
          {columns.map((column) => (
            <ColumnHead key={column.id} column={column} zone={zone} />
          ))}
        </div>
        <div className="flex">
          <Hours hours={hours} />
          {columns.map((column) => (
            <HourColumn
              key={column.id}
              column={column}
              hours={hours}
              board={board}
              onOpen={(card, event) => !dragging.endsDrag(event) && onOpen(card)}
              {...(mayMove && { onPointerDown: dragging.onPointerDown })}
            />
          ))}
        </div>
      </div>
    </Sideways>
  )
}

const columnWidth = 'min-w-28 flex-1 basis-0'

function ColumnHead({ column: { date, person }, zone }: { column: Column; zone: string }) {
  const isToday = wallTimeOf(new Date(), zone).date === date
  const noon = `${date}T12:00:00Z`
  return (
    <h2
      aria-current={isToday && !person ? 'date' : undefined}
      className={classes(
        columnWidth,
        'truncate border-s border-line px-2 py-1.5 text-13 font-medium',
        isToday && !person ? 'text-accent' : 'text-ink-2',
      )}
    >
      {person?.name ?? formatDate(noon, 'UTC', 'weekday')}
    </h2>
  )
}

function Hours({ hours: [first, end] }: { hours: [number, number] }) {
  return (
    <div aria-hidden className="w-14 shrink-0 font-mono text-12 text-ink-3">
      {Array.from({ length: end - first }, (_, at) => (
        <div key={at} style={{ height: `${HOUR_REM}rem` }} className="pe-2 text-end">
          {formatDate(new Date(Date.UTC(2000, 0, 1, first + at)), 'UTC', 'hour')}
        </div>
      ))}
    </div>
  )
}

type ColumnProps = {
  column: Column
  hours: [number, number]
  board: Looked
  onOpen: (card: InterviewCard, event: MouseEvent) => void
  onPointerDown?: ReturnType<typeof useDragging>['onPointerDown']
}

function HourColumn({ column, hours: [first, end], board, onOpen, onPointerDown }: ColumnProps) {
  const { cards, zone, moving, clashing } = board
  const remOf = (minutes: number) => `${(minutes / HOUR_MINUTES) * HOUR_REM}rem`
  return (
    <ul
      data-column={column.id}
      data-hours={end - first}
      className={classes(columnWidth, 'relative border-s border-line')}
      style={{ height: remOf((end - first) * HOUR_MINUTES) }}
    >
      {Array.from({ length: end - first }, (_, at) => (
        <li
          key={at}
          aria-hidden
          className="absolute inset-x-0 border-t border-line"
          style={{ top: remOf(at * HOUR_MINUTES) }}
        />
      ))}
      <NowLine column={column} hours={[first, end]} zone={zone} />
      {placed(cards, column, zone).map(({ card, minute, lane, lanes }) => (
        <li
          key={card.id}
          data-list-item
          className="absolute p-px"
          style={{
            top: remOf(minute - first * HOUR_MINUTES),
            height: remOf(card.minutes),
            insetInlineStart: `${(100 * lane) / lanes}%`,
            width: `${100 / lanes}%`,
          }}
        >
          <TalkBlock
            card={card}
            zone={zone}
            clashes={clashing.has(card.id)}
            moved={moving.held?.id === card.id ? 'held' : moving.moves.has(card.id) ? 'put' : 'no'}
            namesPanel={!column.person}
            className="size-full"
            onPointerDown={(event) => onPointerDown?.(event, card, column)}
            onClick={(event) => onOpen(card, event)}
          />
        </li>
      ))}
    </ul>
  )
}

function NowLine({
  column,
  hours: [first, end],
  zone,
}: {
  column: Column
  hours: [number, number]
  zone: string
}) {
  const now = new Date(useNow(true)).toISOString()
  const minute = minuteOf(now, zone) - first * HOUR_MINUTES
  const span = (end - first) * HOUR_MINUTES
  if (wallTimeOf(now, zone).date !== column.date || minute < 0 || minute > span) return null
  return (
    <li
      aria-hidden
      className="absolute inset-x-0 border-t-2 border-ink"
      style={{ top: `${(100 * minute) / span}%` }}
    />
  )
}
