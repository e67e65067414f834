/** Whether the light of the page is seen on the face: its colour follows the page's, one after the other. */

import { mean } from './geometry'
import type { Hue } from './liveness'
import type { Moment } from './livenessRest'

/** The page holds still, then shows each colour for so long. One change a second is far from flashing. */
export const HUES_AFTER_MS = 1500
export const HUE_MS = 1000
/** Pages, screens and cameras take their time: only the last part of each colour is looked at. */
const SETTLED_MS = 600
/** How far the shares of red, green and blue must move to be seen, and to be seen moving otherwise. */
const SEEN = 0.003
const CLEARLY_SEEN = 0.01
const AGREES = 0.7
const TINTS: Record<Hue, readonly number[]> = { red: [1, 0, 0], green: [0, 1, 0], blue: [0, 0, 1] }
export const HUES = Object.keys(TINTS) as readonly Hue[]

/** How well the face's colours agree with the page's, −1..1; undefined where there is too little to see. */
export function agreementWith(
  hues: readonly Hue[],
  moments: readonly Moment[],
): { answered: boolean; measured: number } | undefined {
  const steps = hues.map((_, step) => sharesIn(moments, HUES_AFTER_MS + (step + 1) * HUE_MS))
  if (!steps.every((shares) => shares !== undefined)) return undefined
  const seen = withoutDrift(steps)
  const strength = length(seen) / Math.sqrt(hues.length)
  const measured = agreement(seen, hues)
  // By chance another order agrees as well: the one that was shown must agree best.
  const best = Math.max(...orders(hues.length).map((order) => agreement(seen, order)))
  const answered = measured >= AGREES && measured === best
  if (strength < SEEN || (!answered && strength < CLEARLY_SEEN)) return undefined
  return { answered, measured }
}

/** Mean shares of red, green and blue in the last part of a colour's time. */
function sharesIn(moments: readonly Moment[], untilMs: number): readonly number[] | undefined {
  const settled = moments.filter(({ sinceMs }) => sinceMs > untilMs - SETTLED_MS && sinceMs <= untilMs)
  if (!settled.length) return undefined
  const shares = settled.map(({ colour }) =>
    colour.map((value) => value / (colour[0] + colour[1] + colour[2] || 1)),
  )
  return [0, 1, 2].map((channel) => mean(shares.map((share) => share[channel] ?? 0)))
}

function agreement(seen: readonly number[], hues: readonly Hue[]): number {
  const shown = withoutDrift(hues.map((hue) => TINTS[hue]))
  const both = length(seen) * length(shown)
  return both ? seen.reduce((sum, value, at) => sum + value * (shown[at] ?? 0), 0) / both : 0
}

/** What a camera's white balance does to the whole picture is slow: a mean and a line, taken off each channel. */
function withoutDrift(steps: readonly (readonly number[])[]): number[] {
  const middle = (steps.length - 1) / 2
  const spread = steps.reduce((sum, _, step) => sum + (step - middle) ** 2, 0)
  return [0, 1, 2].flatMap((channel) => {
    const values = steps.map((step) => step[channel] ?? 0)
    const level = mean(values)
    const slope = values.reduce((sum, value, step) => sum + value * (step - middle), 0) / spread
    return values.map((value, step) => value - level - slope * (step - middle))
  })
}

const length = (values: readonly number[]) => Math.hypot(...values)

/** All that a page may show: never the same colour twice running. */
function orders(count: number): Hue[][] {
  if (count === 0) return [[]]
  return orders(count - 1).flatMap((order) =>
    HUES.filter((hue) => hue !== order.at(-1)).map((hue) => [...order, hue]),
  )
}
