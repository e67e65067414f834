/** What would make a person's own picture better, in the order in which it helps. */

import type { Reading } from './contracts'
import { mostFrequent } from './spans'

export type Advice =
  | 'no_face'
  | 'several_faces'
  | 'back_light'
  | 'too_dark'
  | 'too_bright'
  | 'too_far'
  | 'too_near'
  | 'off_centre'
  | 'blurred'
  | 'low_contrast'
  | 'good'

type Face = NonNullable<Reading['face']>

/** Measured on clips of known light, distance, place and blur: bench/vision/README.md has the table. */
const DARK_PICTURE = 65
const DARK_FACE = 75
const BRIGHT_FACE = 214
/** Times as light around the face as on it. Dark skin in even light reaches 1.9. */
const BACK_LIGHT = 2.3
const BACK_LIGHT_FROM = 110
const FLAT_FACE = 14
/** Of the picture's longer side. */
const FAR_SHARE = 0.16
const NEAR_SHARE = 0.5
/** How far the middle of the face may be from the picture's, of its width and height. */
const ASIDE = 0.2
const HIGH = 0.28
/** Light from one side makes a face uneven but not blurred: both must be low. */
const BLURRED = 0.112
const BLURRED_STEP = 4.2

/** What this one picture lacks most. */
export function adviceOf(reading: Reading): Advice {
  const { face, faces, light } = reading
  if (!face) return light < DARK_PICTURE ? 'too_dark' : 'no_face'
  if (faces > 1) return 'several_faces'
  return lightAdvice(face, light) ?? placeAdvice(face, reading) ?? sharpnessAdvice(face) ?? 'good'
}

function lightAdvice({ light: { mean, around } }: Face, light: number): Advice | undefined {
  if (around > BACK_LIGHT_FROM && around > mean * BACK_LIGHT) return 'back_light'
  if (light < DARK_PICTURE && mean < DARK_FACE) return 'too_dark'
  return mean > BRIGHT_FACE ? 'too_bright' : undefined
}

function placeAdvice({ box }: Face, { width, height }: Reading): Advice | undefined {
  const share = box.width / Math.max(width, height)
  if (share < FAR_SHARE) return 'too_far'
  if (share > NEAR_SHARE) return 'too_near'
  const aside = Math.abs((box.x + box.width / 2) / width - 0.5)
  const high = Math.abs((box.y + box.height / 2) / height - 0.5)
  return aside > ASIDE || high > HIGH ? 'off_centre' : undefined
}

function sharpnessAdvice({ light: { contrast, sharpness } }: Face): Advice | undefined {
  if (contrast < FLAT_FACE) return 'low_contrast'
  return sharpness < BLURRED && sharpness * contrast < BLURRED_STEP ? 'blurred' : undefined
}

/** So much of the newest readings counts, and so many of them must agree before other advice is given. */
const RECENT_MS = 1500
const AGREE_SHARE = 0.7
/** Words are read before they change. */
const STAYS_MS = 2000

/** One piece of advice at a time, which stays long enough to be read. */
export class Adviser {
  private recent: { atMs: number; advice: Advice }[] = []
  private given: { atMs: number; advice: Advice } | undefined

  /** Undefined until enough has been seen. */
  observe(reading: Reading): Advice | undefined {
    const { atMs } = reading
    this.recent = this.recent.filter((one) => atMs - one.atMs <= RECENT_MS)
    this.recent.push({ atMs, advice: adviceOf(reading) })
    const seen = this.recent.map(({ advice }) => advice)
    const advice = mostFrequent(seen)
    const agree = seen.filter((one) => one === advice).length >= seen.length * AGREE_SHARE
    const hasSeen = atMs - (this.recent[0]?.atMs ?? atMs) >= RECENT_MS / 2
    const mayChange = !this.given || atMs - this.given.atMs >= STAYS_MS
    if (agree && hasSeen && mayChange && advice !== this.given?.advice) this.given = { atMs, advice }
    return this.given?.advice
  }
}
