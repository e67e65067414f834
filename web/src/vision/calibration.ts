/**
 * The way through a calibration, without a page: which dot is shown, what is collected at it, what it came to.
 * A page shows `dot`, gives the readings of who looks at it, and finishes it.
 */

import type { Reading } from './contracts'
import {
  checkGaze,
  fitGaze,
  type Checked,
  type GazeMethod,
  type GazeModel,
  type Look,
  type Screen,
  widened,
} from './gazePoint'
import { median, type Point } from './geometry'

/** `look`: hold still and look. `turn`: keep looking while the head turns. `check`: as `look`, to tell the error. */
type Stage = 'look' | 'turn' | 'check'

export interface Dot {
  number: number
  stage: Stage
  /** Shares of the page, 0..1 from the left and the top. */
  at: Point
}

export interface Calibration {
  model: GazeModel
  points: number
  checked: Checked
}

export type Outcome =
  | { state: 'good' | 'rough'; calibration: Calibration; bad: readonly Dot[] }
  /** Too little was seen: the face was away, or the eyes were shut. */
  | { state: 'failed' }

const NEAR = 0.06
const GRID: readonly Point[] = [NEAR, 0.5, 1 - NEAR].flatMap((y) =>
  [NEAR, 0.5, 1 - NEAR].map((x) => ({ x, y })),
)
/** Where people look while they turn their heads: a turn at one place would be taken for that place's. */
const TURNS: readonly Point[] = [
  { x: 0.5, y: 0.5 },
  { x: 0.3, y: 0.3 },
]
const CHECKS: readonly Point[] = [
  { x: 0.25, y: 0.25 },
  { x: 0.75, y: 0.3 },
  { x: 0.3, y: 0.75 },
  { x: 0.72, y: 0.72 },
]
/** Milliseconds at a dot, once it is reached. */
export const DWELL_MS = { look: 900, turn: 4000, check: 900 } as const
/** Eyes need this long to arrive and to rest. */
export const SETTLE_MS = 400
/** A dot with fewer readings counts for nothing, and is asked for again. */
const LEAST_READINGS = 3
/** A dot is bad whose median error is above this many times that of all, and above so many degrees. */
const BAD_TIMES = 1.8
const BAD_DEG = 2.5

export class CalibrationRun {
  private readonly looks = new Map<number, Look[]>()
  private readonly dots: readonly Dot[]
  private left: Dot[]

  constructor(
    private readonly screen: Screen,
    readonly method: GazeMethod,
    /** Degrees of radius beyond which points would not be said anyway. */
    private readonly limitDeg: number,
  ) {
    this.dots = dotsFor(method)
    this.left = [...this.dots]
  }

  /** The dot to show now; undefined when all are done. */
  get dot(): Dot | undefined {
    return this.left[0]
  }

  /** 0..1 */
  get share(): number {
    return 1 - this.left.length / this.dots.length
  }

  get seconds(): number {
    return this.left.reduce((sum, { stage }) => sum + SETTLE_MS + DWELL_MS[stage], 0) / 1000
  }

  /** A reading of who looks at the dot; `point` is where that is, in the pixels of `GazeModel`. */
  take(reading: Reading, point: Point): void {
    const dot = this.dot
    if (!dot || !reading.face) return
    const taken = this.looks.get(dot.number) ?? []
    this.looks.set(dot.number, [...taken, { reading, point, number: dot.number }])
  }

  /** The dot's time is over. False when too little was seen of it: it stays, and is asked for again. */
  finishDot(): boolean {
    const dot = this.left[0]
    if (!dot) return true
    if (openEyed(this.looks.get(dot.number) ?? []).length < LEAST_READINGS) {
      this.looks.delete(dot.number)
      return false
    }
    this.left.shift()
    return true
  }

  /** Passes over a dot at which nothing can be seen. */
  skipDot(): void {
    this.left.shift()
  }

  outcome(): Outcome {
    const used = this.of(({ stage }) => stage !== 'check')
    const fitted = fitGaze(used, this.screen, this.method)
    if (!fitted) return { state: 'failed' }
    const checks = this.of(({ stage }) => stage === 'check')
    const checked = checkGaze(fitted, checks)
    const model = widened(fitted, checks)
    const points = new Set(used.map(({ number }) => number)).size
    const calibration = { model, points, checked }
    const isSure = model.error * model.degPerPx <= this.limitDeg
    return { state: isSure ? 'good' : 'rough', calibration, bad: this.badDots(model) }
  }

  /** Asks for these dots again; what was seen at them is forgotten. */
  repeat(dots: readonly Dot[]): void {
    for (const { number } of dots) this.looks.delete(number)
    this.left = [...dots]
  }

  private of(wanted: (dot: Dot) => boolean): Look[] {
    return this.dots.filter(wanted).flatMap(({ number }) => openEyed(this.looks.get(number) ?? []))
  }

  private badDots(model: GazeModel): Dot[] {
    const errors = this.dots.map((dot) => ({
      dot,
      error: checkGaze(model, openEyed(this.looks.get(dot.number) ?? [])).error,
    }))
    const usual = median(errors.map(({ error }) => error).filter(Number.isFinite))
    const limit = Math.max(usual * BAD_TIMES, BAD_DEG / model.degPerPx)
    return errors.filter(({ error }) => error > limit).map(({ dot }) => dot)
  }
}

function dotsFor(method: GazeMethod): Dot[] {
  // Corners first would be a walk along the edge: a mixed order keeps the eyes moving and the guess away.
  const order = [4, 0, 8, 2, 6, 1, 7, 3, 5]
  const looks = order.flatMap((index) => GRID[index] ?? [])
  const stages: [Stage, readonly Point[]][] = [
    ['look', looks],
    ['turn', method === 'eyes' ? TURNS : []],
    ['check', CHECKS],
  ]
  return stages
    .flatMap(([stage, points]) => points.map((at) => ({ stage, at })))
    .map((dot, number) => ({ ...dot, number }))
}

/** Without the blinks: eyes much less open than usual at this dot. */
function openEyed(looks: readonly Look[]): Look[] {
  const opennesses = looks.map(({ reading }) => reading.face?.eyesOpen ?? 0)
  const usual = median(opennesses)
  return looks.filter((_, index) => (opennesses[index] ?? 0) >= usual * BLINK_SHARE)
}

const BLINK_SHARE = 0.75
