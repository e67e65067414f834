import type { Direction, Neutral, Reading } from './contracts'
import { clamp } from './geometry'

type Face = NonNullable<Reading['face']>

/** Closed eyes are told apart here, so that a blink can be passed over; in statements they are `unknown`. */
export type Gaze = Direction | 'closed'

/** Degrees from the person's own centre, of head and eyes together: to their left, and upwards. */
export interface GazeAngles {
  left: number
  up: number
}

/**
 * Iris ratio per degree of the eye, measured on faces with known gaze (bench/vision). Up and down the lids move
 * with the iris and hide most of its way.
 */
export const IRIS_X_PER_DEGREE = 0.0052
export const IRIS_Y_PER_DEGREE = 0.0021

/**
 * Degrees at which a gaze leaves the centre. The edges of a laptop's screen are 15° from its middle, and less
 * than that was read of honest people at its corners (bench/vision). A restless centre (`spread`) asks for
 * more, within reason. Up and down are read worse than sideways: they ask for more too.
 */
const AWAY_SIDEWAYS_DEG = 15
const AWAY_SIDEWAYS_LIMIT_DEG = 18
const AWAY_UP_DEG = 18
const AWAY_DOWN_DEG = 20
const SPREADS = 4
const RETURN_SHARE = 0.85
/**
 * Of looks down that are told without a calibration, so many are right (bench/vision): lids and the rims of
 * glasses hide them. It is below what policies count: they are said, and take nothing off.
 */
const DOWN_RIGHT = 0.4
/** Lids fall with a look down, and hide it: degrees for eyes that are shut by it. */
const LIDS_FALL_DEG = 120
/** How far a reading strays from the true angle, drift of the centre after a glance included. */
const ERROR_DEG = 2.5

const CLOSED_SHARE = 0.6
const CLOSED_UNKNOWN = 0.18

/** The centre follows the person only while they look at it, slowly, and never far from what was measured. */
const FOLLOW_MS = 20_000
const FOLLOW_WITHIN = 0.75
const FOLLOW_LIMIT = { yaw: 8, pitch: 8, irisX: 0.03, irisY: 0.03 }

const FOLLOWED = ['yaw', 'pitch', 'irisX', 'irisY'] as const

/** Head and eyes are added, so a turned head whose eyes stay on the screen is looking at the screen. */
export function gazeAngles(face: Face, centre: Neutral): GazeAngles {
  const eyesUp = -(face.irisY - centre.irisY) / IRIS_Y_PER_DEGREE
  const opening = centre.eyesOpen ? face.eyesOpen / centre.eyesOpen : 1
  const fallen = eyesUp < 0 ? Math.max(1 - opening, 0) * LIDS_FALL_DEG : 0
  return {
    left: face.yaw - centre.yaw + (face.irisX - centre.irisX) / IRIS_X_PER_DEGREE,
    up: face.pitch - centre.pitch + eyesUp - fallen,
  }
}

/** Tells where one person looks, reading after reading, against their own centre. */
export class GazeTeller {
  private readonly centre: Neutral
  private readonly awaySideways: number
  private away = false
  private toldAtMs: number | undefined

  constructor(private readonly neutral: Neutral) {
    this.centre = { ...neutral }
    const restless = (SPREADS * neutral.spread) / IRIS_X_PER_DEGREE
    this.awaySideways = clamp(restless, AWAY_SIDEWAYS_DEG, AWAY_SIDEWAYS_LIMIT_DEG)
  }

  tell(face: Face, atMs: number): { gaze: Gaze; confidence: number } {
    const closedUnder = this.neutral.eyesOpen ? this.neutral.eyesOpen * CLOSED_SHARE : CLOSED_UNKNOWN
    if (face.eyesOpen < closedUnder) return { gaze: 'closed', confidence: face.score }
    const angles = gazeAngles(face, this.centre)
    const vertical = angles.up > 0 ? AWAY_UP_DEG : AWAY_DOWN_DEG
    const [aside, height] = [angles.left / this.awaySideways, angles.up / vertical]
    const sideways = Math.abs(aside) >= Math.abs(height)
    const reach = Math.max(Math.abs(aside), Math.abs(height))
    this.away = reach >= (this.away ? RETURN_SHARE : 1)
    this.follow(face, atMs, reach)
    const confidence = face.score * sureness(this.away, reach, sideways ? this.awaySideways : vertical)
    if (!this.away) return { gaze: 'centre', confidence }
    if (sideways) return { gaze: aside > 0 ? 'left' : 'right', confidence }
    if (height > 0) return { gaze: 'up', confidence }
    return { gaze: 'down', confidence: confidence * DOWN_RIGHT }
  }

  private follow(face: Face, atMs: number, reach: number): void {
    const elapsed = atMs - (this.toldAtMs ?? atMs)
    this.toldAtMs = atMs
    if (this.away || reach > FOLLOW_WITHIN) return
    const share = clamp(elapsed / FOLLOW_MS, 0, 0.05)
    for (const part of FOLLOWED) {
      const [measured, limit] = [this.neutral[part], FOLLOW_LIMIT[part]]
      const moved = this.centre[part] + (face[part] - this.centre[part]) * share
      this.centre[part] = clamp(moved, measured - limit, measured + limit)
    }
  }
}

/** The chance that the true angle lies on the same side of the threshold (logistic for the normal). */
function sureness(away: boolean, reach: number, threshold: number): number {
  const beyond = ((reach - (away ? RETURN_SHARE : 1)) * threshold) / ERROR_DEG
  return 1 / (1 + Math.exp(-1.7 * (away ? beyond : -beyond)))
}
