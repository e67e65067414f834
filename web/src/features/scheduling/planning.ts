/** What a date and a time on the wall mean, before anything is planned. */

import { momentsOf } from '@/lib/walltime'

export type WallTime = { date: string; time: string; zone: string; fold: 0 | 1 | null }

export type Reading =
  | { kind: 'incomplete' }
  /** The clocks jump over it; the nearest times that they do show. */
  | { kind: 'skipped'; before: string; after: string }
  /** The clocks show it twice, and nobody has said which is meant. */
  | { kind: 'twice'; moments: [Date, Date] }
  | { kind: 'past'; at: Date }
  | { kind: 'fine'; at: Date; otherOf: [Date, Date] | null }

const STEP_MINUTES = 5
const DAY_MINUTES = 24 * 60

export function readWallTime({ date, time, zone, fold }: WallTime, now = new Date()): Reading {
  if (!date || !time || !zone) return { kind: 'incomplete' }
  const [first, second] = momentsOf(date, time, zone)
  if (!first)
    return { kind: 'skipped', before: nearest(date, time, zone, -1), after: nearest(date, time, zone, 1) }
  if (second && fold === null) return { kind: 'twice', moments: [first, second] }
  const at = second && fold === 1 ? second : first
  if (at <= now) return { kind: 'past', at }
  return { kind: 'fine', at, otherOf: second ? [first, second] : null }
}

/** The nearest time of the same day, in steps that people plan in, that clocks do show one way or the other. */
function nearest(date: string, time: string, zone: string, way: 1 | -1): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  let minute = hours * 60 + minutes + way * STEP_MINUTES
  for (; minute >= 0 && minute < DAY_MINUTES; minute += way * STEP_MINUTES) {
    const tried = [Math.floor(minute / 60), minute % 60]
      .map((part) => String(part).padStart(2, '0'))
      .join(':')
    if (momentsOf(date, tried, zone).length) return tried
  }
  return ''
}
