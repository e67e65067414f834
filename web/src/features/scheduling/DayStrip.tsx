import { useTranslation } from 'react-i18next'

import { useMe } from '@/features/accounts/queries'
import { classes } from '@/lib/classes'
import { formatDate } from '@/lib/locale'
import { Link } from '@/ui/Link'

import type { InterviewCard } from './interviews'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const HOURS_NAMED_AT_MOST = 8
const LANE_REM = 1.75

/** The talks of a day at their places on one line of hours, each a link, with a line for now. */
export function DayStrip({ interviews, nowMs }: { interviews: readonly InterviewCard[]; nowMs: number }) {
  const { t } = useTranslation('scheduling')
  const { zone } = useMe()
  const talks = inLanes(interviews)
  const lanes = Math.max(...talks.map(({ lane }) => lane)) + 1
  const startMs = Math.floor(Math.min(nowMs, ...talks.map((one) => one.startMs)) / HOUR_MS) * HOUR_MS
  const endMs = Math.ceil(Math.max(nowMs, ...talks.map((one) => one.endMs)) / HOUR_MS) * HOUR_MS
  const share = (ms: number) => `${(100 * (ms - startMs)) / (endMs - startMs)}%`
  return (
    <nav aria-label={t('day_line')} className="mb-4">
      <div className="relative rounded-mark bg-sunk" style={{ height: `${lanes * LANE_REM}rem` }}>
        <b
          aria-hidden
          className="absolute inset-y-0 w-0.5 bg-ink"
          style={{ insetInlineStart: share(nowMs) }}
        />
        {talks.map(({ interview, lane, ...span }) => (
          <Link
            key={interview.id}
            to="/interviews/$id"
            params={{ id: interview.id }}
            look="quiet"
            aria-label={t('day_talk', {
              time: formatDate(interview.starts_at, zone, 'time'),
              name: interview.candidate.name,
            })}
            className={classes(
              'absolute h-6 min-w-6 truncate px-2 text-12 leading-6',
              LOOKS[lookOf(interview)],
            )}
            style={{
              top: `${lane * LANE_REM + 0.125}rem`,
              insetInlineStart: share(span.startMs),
              width: share(startMs + span.endMs - span.startMs),
            }}
          >
            {interview.candidate.name}
          </Link>
        ))}
      </div>
      <p aria-hidden className="mt-1 flex justify-between font-mono text-12 text-ink-3">
        {hoursOf(startMs, endMs).map((ms) => (
          <span key={ms}>{formatDate(new Date(ms), zone, 'time')}</span>
        ))}
      </p>
    </nav>
  )
}

const LOOKS = {
  over: 'bg-accent-soft ring-1 ring-accent/40 ring-inset',
  live: 'bg-accent text-on-accent',
  ahead: 'bg-surface ring-1 ring-line-3 ring-inset',
}

const lookOf = ({ state }: InterviewCard) =>
  state === 'ended' ? 'over' : state === 'live' ? 'live' : 'ahead'

/** Talks at the same time lie below each other. */
function inLanes(interviews: readonly InterviewCard[]) {
  const endsOfLanes: number[] = []
  return interviews.map((interview) => {
    const startMs = Date.parse(interview.starts_at)
    const endMs = startMs + interview.minutes * MINUTE_MS
    const free = endsOfLanes.findIndex((end) => end <= startMs)
    const lane = free < 0 ? endsOfLanes.length : free
    endsOfLanes[lane] = endMs
    return { interview, lane, startMs, endMs }
  })
}

/** Evenly, from the first to the last; the ends always, and between them as many as can be read. */
function hoursOf(startMs: number, endMs: number): number[] {
  const hours = (endMs - startMs) / HOUR_MS
  const step = [1, 2, 3, 4, 6, 12].find((size) => hours % size === 0 && hours / size < HOURS_NAMED_AT_MOST)
  const every = step ?? hours
  return Array.from({ length: hours / every + 1 }, (_, place) => startMs + place * every * HOUR_MS)
}
