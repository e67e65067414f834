import type { Neutral, Reading, Statement } from './contracts'
import { mean } from './geometry'
import { GAP_MS, mostFrequent, type Kind } from './spans'

type Face = NonNullable<Reading['face']>

/** Eyes less open than this share of the person's own open eyes are shut: at half they still look. */
const SHUT_SHARE = 0.6
/** Shut for less than this is a blink. */
export const BLINK_MS = 400
/** Seen from this far aside or above (degrees from the person's own centre), lids hide open eyes as well. */
const SEEN_ASIDE_DEG = 30
const SEEN_DOWN_DEG = 15
/** Blinks are told of this much time with eyes in sight, out of a stretch of at most so much. */
const BLINKS_EVERY_MS = 30_000
const BLINKS_WITHIN_MS = 60_000
/** How long a usual blink lasts: readings further apart than this miss some. */
const USUAL_BLINK_MS = 150

/** `unknown` where the picture does not tell. */
export type Eyelids = 'open' | 'closed' | 'unknown'

export function eyelidsOf(face: Face | undefined, neutral: Neutral | undefined): Eyelids {
  if (!face || !neutral?.eyesOpen) return 'unknown'
  const aside = Math.abs(face.yaw - neutral.yaw)
  const down = neutral.pitch - face.pitch
  if (aside > SEEN_ASIDE_DEG || down > SEEN_DOWN_DEG) return 'unknown'
  return face.eyesOpen < neutral.eyesOpen * SHUT_SHARE ? 'closed' : 'open'
}

export const EYES: Kind<Eyelids> = {
  observed: 'eyes',
  same: (settled, value) => settled === value,
  changed: (pending, heldMs, settled) => pending.length >= 2 && (settled === 'closed' || heldMs >= BLINK_MS),
  gather: mostFrequent,
  word: (value) => value,
}

/** One reading of eyes in sight. `stepMs` since the one before; 0 where they were out of sight in between. */
interface Look {
  atMs: number
  stepMs: number
  shut: boolean
  score: number
}

/** How often the eyes shut and how long they are shut: told from time to time, of eyes in sight. */
export class BlinkCount {
  private looks: Look[] = []
  private seenMs = 0
  private inSight = false

  observe(eyelids: Eyelids, { atMs, face }: Reading): Statement[] {
    if (eyelids === 'unknown' || !face) {
      this.inSight = false
      return []
    }
    const first = this.looks[0]
    if (first && atMs - first.atMs > BLINKS_WITHIN_MS) this.reset()
    const look = { atMs, stepMs: this.stepTo(atMs), shut: eyelids === 'closed', score: face.score }
    this.looks.push(look)
    this.seenMs += look.stepMs
    this.inSight = true
    if (this.seenMs < BLINKS_EVERY_MS) return []
    const statement = blinksOf(this.looks, this.seenMs)
    this.looks = [{ ...look, stepMs: 0 }]
    this.seenMs = 0
    return [statement]
  }

  /** The camera rests: what follows is a stretch of its own. */
  reset(): void {
    this.looks = []
    this.seenMs = 0
  }

  private stepTo(atMs: number): number {
    const stepMs = atMs - (this.looks.at(-1)?.atMs ?? atMs)
    return this.inSight && stepMs <= GAP_MS ? stepMs : 0
  }
}

function blinksOf(looks: readonly Look[], seenMs: number): Statement {
  let [shutMs, closures, steps] = [0, 0, 0]
  for (const [index, { stepMs, shut }] of looks.entries()) {
    const before = looks[index - 1]
    if (!before || !stepMs) continue
    steps++
    shutMs += (stepMs * (Number(before.shut) + Number(shut))) / 2
    if (shut && !before.shut) closures++
  }
  const startMs = Math.round(looks[0]?.atMs ?? 0)
  const atMs = Math.round(looks.at(-1)?.atMs ?? 0)
  const aMinute = Math.round((closures * 60_000) / seenMs)
  const shutPermille = Math.round((shutMs * 1000) / seenMs)
  return {
    observed: 'blinks',
    value: `${aMinute},${shutPermille}`,
    confidence: mean(looks.map(({ score }) => score)) * Math.min((USUAL_BLINK_MS * steps) / seenMs, 1),
    atMs,
    durationMs: atMs - startMs,
  }
}
