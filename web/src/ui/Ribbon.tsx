import type { MouseEvent } from 'react'

import { classes } from '@/lib/classes'
import { shareAlong } from '@/lib/direction'

import { useMarkKeys } from './useMarkKeys'

export type Span = { startUs: number; endUs: number }
export type Moment = Span & {
  id: string
  /** `evidence`: observed. `notice`: worth a look. `quiet`: a note, if anybody wants to look. */
  tone: 'evidence' | 'notice' | 'quiet'
  /** When and what, in words. */
  label: string
  dismissed?: boolean
  /** How far off its times may be, if that is far enough to be drawn. */
  doubtUs?: number
}
type Pick = { us: number; momentId?: string }

type Props = Span & {
  /** Says in a sentence what the drawing shows. */
  label: string
  /** Where now is, while it goes on. */
  nowUs?: number
  moments?: readonly Moment[]
  /** Nothing was observed: it never counts. */
  gaps?: readonly Span[]
  /** Nothing reached the server at the time. */
  silences?: readonly Span[]
  work?: readonly Span[]
  thin?: boolean
  onPick?: (pick: Pick) => void
}

/** One interview on one clock: work below, moments above, the higher the more they are worth a look, hatched where
 *  nothing was observed and along the top where nothing arrived, whiskers where a time is uncertain, a line for now. */
export function Ribbon({
  startUs,
  endUs,
  nowUs,
  label,
  moments = [],
  gaps = [],
  silences = [],
  work = [],
  thin,
  onPick,
}: Props) {
  const inOrder = [...moments].sort((one, other) => one.startUs - other.startUs)
  const keys = useMarkKeys(inOrder.map(({ id }) => id))
  const lengthUs = Math.max(1, endUs - startUs)
  const share = (us: number) => Math.min(100, Math.max(0, (100 * (us - startUs)) / lengthUs))
  const place = (span: Span) => ({
    insetInlineStart: `${share(span.startUs)}%`,
    width: `${share(span.endUs) - share(span.startUs)}%`,
  })
  const pickTime = (event: MouseEvent<HTMLElement>) => {
    const along = shareAlong(event.currentTarget, event.clientX)
    onPick?.({ us: Math.round(startUs + along * lengthUs) })
  }
  return (
    <div
      role={onPick ? 'group' : 'img'}
      aria-label={label}
      onKeyDown={onPick && keys.onKeyDown}
      className={classes('relative w-full rounded-mark bg-sunk', thin ? 'h-3' : 'h-7')}
    >
      {onPick && (
        <button type="button" tabIndex={-1} aria-hidden onClick={pickTime} className="absolute inset-0" />
      )}
      {work.map((span) => (
        <i
          key={span.startUs}
          className="pointer-events-none absolute bottom-0 h-[35%] rounded-[2px] bg-accent opacity-55"
          style={place(span)}
        />
      ))}
      {gaps.map((span) => (
        <i
          key={span.startUs}
          className="hatched pointer-events-none absolute inset-y-0"
          style={place(span)}
        />
      ))}
      {silences.map((span) => (
        <i
          key={span.startUs}
          className="hatched pointer-events-none absolute top-0 h-[30%] border-b border-line-3"
          style={place(span)}
        />
      ))}
      {moments.map(({ id, startUs, endUs, doubtUs = 0 }) =>
        doubtUs > 0 ? (
          <i
            key={id}
            className="pointer-events-none absolute top-1/2 h-px border-x border-ink-3 bg-ink-3"
            style={place({ startUs: startUs - doubtUs, endUs: endUs + doubtUs })}
          />
        ) : null,
      )}
      {inOrder.map((moment) => (
        <MomentMark
          key={moment.id}
          moment={moment}
          place={place(moment)}
          onPick={onPick}
          keys={keys.mark(moment.id)}
        />
      ))}
      {nowUs !== undefined && (
        <b
          className="pointer-events-none absolute inset-y-0 w-0.5 bg-ink"
          style={{ insetInlineStart: `calc(${share(nowUs)}% - 1px)` }}
        />
      )}
    </div>
  )
}

/** Told apart by their height where colours say nothing. On paper, which may know none: black for what is worth a
 *  look, grey for what was observed. */
const TONES: Record<Moment['tone'], string> = {
  evidence: 'h-[65%] bg-evidence-mark print:bg-ink-3',
  notice: 'h-full bg-notice-mark print:bg-ink',
  quiet: 'h-[40%] bg-line-3',
}

type MomentProps = {
  moment: Moment
  place: Record<string, string>
  onPick: Props['onPick']
  keys: ReturnType<ReturnType<typeof useMarkKeys>['mark']>
}

function MomentMark({ moment, place, onPick, keys }: MomentProps) {
  const look = classes(
    'min-w-[3px] rounded-[2px] transition-opacity',
    TONES[moment.tone],
    moment.dismissed ? 'opacity-30' : 'opacity-95',
  )
  if (!onPick) return <i className={classes('absolute top-0', look)} style={place} />
  return (
    <button
      {...keys}
      type="button"
      aria-label={moment.label}
      title={moment.label}
      onClick={() => onPick({ us: moment.startUs, momentId: moment.id })}
      className="group absolute inset-y-0 flex min-w-[3px] items-start focus-visible:z-10 after:absolute after:-inset-x-1.5 after:inset-y-0"
      style={place}
    >
      <i aria-hidden className={classes('w-full group-hover:opacity-100', look)} />
    </button>
  )
}
