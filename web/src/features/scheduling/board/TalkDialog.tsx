import { useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMe } from '@/features/accounts/queries'
import { formatDate, formatMinutes } from '@/lib/locale'
import { wallTimeOf } from '@/lib/walltime'
import { Button } from '@/ui/Button'
import { DateInput } from '@/ui/DateInput'
import { Dialog } from '@/ui/Dialog'
import { Field } from '@/ui/Field'
import { Link } from '@/ui/Link'
import { TimeInput } from '@/ui/TimeInput'

import { boardQuery, type InterviewCard } from '../interviews'
import { Panel } from '../InterviewTable'
import { readWallTime, type WallTime } from '../planning'
import { StateChip } from '../StateChip'
import { TimePreview } from '../TimePreview'
import { addDays, canMove, type Moved, startOf, withMoves } from './board'
import { ClashLines } from './ClashLines'
import type { Moving } from './useMoves'

type Props = {
  /** As it is planned on the server. */
  card: InterviewCard
  zone: string
  moving: Moving
  mayMove: boolean
  onClose: () => void
}

/** One talk: what it is, and another time for it by typing instead of by dragging. */
export function TalkDialog({ card, zone, moving, mayMove, onClose }: Props) {
  const { t } = useTranslation('board')
  const now = { ...card, ...moving.moves.get(card.id) }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={card.candidate.name}
      description={
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          {card.title}
          <StateChip interview={card} />
        </span>
      }
      footer={
        <Link to="/interviews/$id" params={{ id: card.id }} look="plain">
          {t('open_interview')}
        </Link>
      }
    >
      <p className="mb-4 text-ink-2">
        {formatDate(now.starts_at, zone, 'full')}, {formatMinutes(card.minutes)}, <Panel interview={now} />
      </p>
      {mayMove && canMove(card) && (
        <MoveForm
          card={now}
          zone={zone}
          moving={moving}
          onMove={(at) => {
            moving.move(card, at)
            onClose()
          }}
        />
      )}
    </Dialog>
  )
}

type FormProps = { card: InterviewCard; zone: string; moving: Moving; onMove: (at: Moved) => void }

function MoveForm({ card, zone, moving, onMove }: FormProps) {
  const { t } = useTranslation(['board', 'scheduling'])
  const { zone: ownZone } = useMe()
  const [wall, setWall] = useState<WallTime>({ ...wallTimeOf(card.starts_at, zone), zone, fold: null })
  const reading = readWallTime(wall)
  const day = wall.date || wallTimeOf(card.starts_at, zone).date
  const thatDay = useQuery(boardQuery(startOf(day, zone), startOf(addDays(day, 1), zone)))
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (reading.kind !== 'fine') return
    onMove({ starts_at: reading.at.toISOString(), interviewers: card.interviewers })
  }
  return (
    <form noValidate onSubmit={submit} className="grid gap-4 border-t border-line pt-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('scheduling:date')}>
          {(ids) => (
            <DateInput
              {...ids}
              min={wallTimeOf(new Date(), zone).date}
              value={wall.date}
              onChange={({ target }) => setWall({ ...wall, date: target.value, fold: null })}
            />
          )}
        </Field>
        <Field label={t('scheduling:time')}>
          {(ids) => (
            <TimeInput
              {...ids}
              step={300}
              value={wall.time}
              onChange={({ target }) => setWall({ ...wall, time: target.value, fold: null })}
            />
          )}
        </Field>
      </div>
      <TimePreview
        wall={wall}
        candidate={card.candidate}
        ownZone={ownZone}
        onTime={(time) => setWall({ ...wall, time, fold: null })}
        onFold={(fold) => setWall({ ...wall, fold })}
      />
      {reading.kind === 'fine' && thatDay.data && (
        <ClashLines
          card={{ ...card, starts_at: reading.at.toISOString() }}
          cards={withMoves(thatDay.data, moving.moves)}
          zone={zone}
        />
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" tone="main">
          {t('move')}
        </Button>
        <p className="min-w-0 flex-1 text-13 text-ink-2">{t('move_hint')}</p>
      </div>
    </form>
  )
}
