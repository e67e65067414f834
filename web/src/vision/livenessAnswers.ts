/** Whether a request was answered: after it, within its time, and by nothing else. */

import type { Reading } from './contracts'
import { median } from './geometry'
import type { Answer, Challenge, Way } from './liveness'
import { agreementWith, HUES_AFTER_MS, HUE_MS } from './livenessColour'
import { momentsOf, type Moment, type Rest } from './livenessRest'

/** `unclear`: the picture cannot tell, whoever sits there. */
export type Found = Answer | 'unclear'
type Judge = (
  moments: readonly Moment[],
  elapsedMs: number,
) => Pick<Answer, 'answered' | 'tookMs' | 'measured'> | 'unclear' | undefined

/** Nobody answers sooner: what comes earlier was on its way already. */
const REACTION_MS = 200
/** Degrees of the head, as it is read: a turn, and one to the wrong side. */
const TURN_DEG = 12
const WRONG_DEG = 9
const TURN_MS = 4000
/** Eyes less open than this share are shut, until they are open again by that. */
const SHUT_SHARE = 0.6
const OPEN_SHARE = 0.8
/** Eyes that are closed for less are blinking, as everybody does. */
const CLOSED_MS = 300
/** After the last closure it must be seen that there is not another. */
const QUIET_MS = 1200
const BLINK_MS = 5500
/** The dot rests in the middle, then so long at each place; eyes have arrived in the last part of that. */
export const DOT_AFTER_MS = 1500
export const DOT_MS = 1500
const ARRIVED_MS = 700
/**
 * Degrees of eyes and head together at which a look has left for one side. Up and down far less of it is seen, and
 * looks aside seem to go up or down as well: only a look that goes to neither side is asked for its height.
 */
const ASIDE_DEG = 4
const UPWARDS_DEG = 1

/** Undefined while it may still be answered. */
export function judge(
  challenge: Challenge,
  readings: readonly Reading[],
  rest: Rest,
  askedMs: number,
  nowMs: number,
): Found | undefined {
  const found = judgeOf(challenge)(momentsOf(readings, rest, askedMs), nowMs - askedMs)
  return found && found !== 'unclear' ? { asked: challenge.asked, ...found } : found
}

function judgeOf(challenge: Challenge): Judge {
  switch (challenge.asked) {
    case 'turn_left':
      return (moments, elapsedMs) => judgeTurn(moments, elapsedMs, 1)
    case 'turn_right':
      return (moments, elapsedMs) => judgeTurn(moments, elapsedMs, -1)
    case 'blink':
      return (moments, elapsedMs) => judgeClosures(moments, elapsedMs, challenge.times)
    case 'follow_dot':
      return (moments, elapsedMs) => judgeDot(moments, elapsedMs, challenge.ways)
    case 'colour':
      return (moments, elapsedMs) => {
        if (elapsedMs < HUES_AFTER_MS + challenge.hues.length * HUE_MS) return undefined
        const found = agreementWith(challenge.hues, moments)
        if (found === undefined) return 'unclear'
        return { ...found, tookMs: elapsedMs }
      }
  }
}

function judgeTurn(moments: readonly Moment[], elapsedMs: number, side: 1 | -1): ReturnType<Judge> {
  const towards = moments.map(({ turned }) => turned * side)
  const measured = Math.max(0, ...towards)
  if (towards.some((turned) => turned <= -WRONG_DEG)) return { answered: false, tookMs: elapsedMs, measured }
  // Twice running: one reading alone may be a stumble.
  const there = towards.findIndex((turned, at) => turned >= TURN_DEG && (towards[at - 1] ?? 0) >= TURN_DEG)
  if (there > 0) {
    const beganMs = moments[there - 1]?.sinceMs ?? 0
    return { answered: beganMs >= REACTION_MS, tookMs: beganMs, measured }
  }
  return elapsedMs > TURN_MS ? { answered: false, tookMs: elapsedMs, measured } : undefined
}

function judgeClosures(moments: readonly Moment[], elapsedMs: number, times: number): ReturnType<Judge> {
  const closures = closuresOf(moments)
  const last = closures.at(-1)
  const measured = closures.length
  const isWrong =
    moments.some(({ turned }) => Math.abs(turned) >= TURN_DEG) ||
    measured > times ||
    closures.some(({ fromMs }) => fromMs < REACTION_MS)
  if (isWrong) return { answered: false, tookMs: elapsedMs, measured }
  const isOver = elapsedMs > BLINK_MS || (last && elapsedMs - last.toMs > QUIET_MS)
  if (measured === times && last && isOver) return { answered: true, tookMs: last.toMs, measured }
  return elapsedMs > BLINK_MS ? { answered: false, tookMs: elapsedMs, measured } : undefined
}

function closuresOf(moments: readonly Moment[]): { fromMs: number; toMs: number }[] {
  const closures = []
  let fromMs: number | undefined
  for (const { open, sinceMs } of moments) {
    if (open < SHUT_SHARE) fromMs ??= sinceMs
    if (fromMs === undefined || open < OPEN_SHARE) continue
    if (sinceMs - fromMs >= CLOSED_MS) closures.push({ fromMs, toMs: sinceMs })
    fromMs = undefined
  }
  return closures
}

function judgeDot(moments: readonly Moment[], elapsedMs: number, ways: readonly Way[]): ReturnType<Judge> {
  const endMs = DOT_AFTER_MS + ways.length * DOT_MS
  if (elapsedMs < endMs) return undefined
  const followed = ways.filter((way, step) => {
    const untilMs = DOT_AFTER_MS + (step + 1) * DOT_MS
    const arrived = moments.filter(({ sinceMs }) => sinceMs > untilMs - ARRIVED_MS && sinceMs <= untilMs)
    return wayOf(arrived) === way
  })
  const measured = followed.length / ways.length
  return { answered: measured === 1, tookMs: endMs, measured }
}

/** Where a look has gone, if it has. */
function wayOf(moments: readonly Moment[]): Way | undefined {
  const seen = moments.filter(({ open }) => open >= SHUT_SHARE)
  if (!seen.length) return undefined
  const aside = median(seen.map(({ left }) => left))
  const upwards = median(seen.map(({ up }) => up))
  if (Math.abs(aside) >= ASIDE_DEG) return aside > 0 ? 'left' : 'right'
  if (Math.abs(upwards) >= UPWARDS_DEG) return upwards > 0 ? 'up' : 'down'
  return undefined
}
