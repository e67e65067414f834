/** Where a calibrated person looks: smoothed, and corrected by where they click and type. */

import type { Reading } from './contracts'
import type { Gaze } from './gaze'
import { gazePointOf, offScreen, RADIUS_SDS, type GazeModel, type GazePoint } from './gazePoint'
import { mean, median, type Point } from './geometry'
import type { Kind } from './spans'

/** A point is told as the median of those of so long: a fixation lasts longer, a stumble does not. */
const SMOOTHED_MS = 300
/** How far the truth drifts from the calibration in a minute: standard deviation, degrees; grows by the root. */
const DRIFT_DEG = 0.3
/** How close to a click, and to where letters appear, people look: standard deviations, degrees. */
const CLICK_DEG = 1.5
const TYPING_DEG = 4
/** Work farther from the look than so many standard deviations was done without looking. */
const WORK_SDS = 3
/** A reading this old says nothing of where somebody looks as they click. */
const FRESH_MS = 400
/** Off the screen from this likelihood on, and back on it below. */
const LEAVES = 0.65
const RETURNS = 0.35
/** A point is a point of the screen: of who more likely looks beside it, the direction is said and no more. */
export const BESIDE = 0.5

export type Work = 'click' | 'typing'

export class PointTeller {
  private recent: { atMs: number; point: GazePoint }[] = []
  private bias: Point = { x: 0, y: 0 }
  /** Of the bias in one direction, px². */
  private variance = 0
  private driftedMs: number | undefined
  private away = false

  /** Points less certain than `limitDeg` are not told. */
  constructor(
    readonly model: GazeModel,
    private readonly limitDeg: number,
  ) {}

  tell(reading: Reading): GazePoint | undefined {
    this.drift(reading.atMs)
    const raw = gazePointOf(this.model, reading)
    this.recent = this.recent.filter(({ atMs }) => reading.atMs - atMs < SMOOTHED_MS)
    if (!raw) return undefined
    this.recent.push({ atMs: reading.atMs, point: raw })
    const point = this.corrected(raw.radius)
    return point.radiusDeg <= this.limitDeg ? point : undefined
  }

  /** The direction of a point: centre while it is on the screen. */
  direction({ x, y, off }: GazePoint): { gaze: Gaze; confidence: number } {
    this.away = off >= (this.away ? RETURNS : LEAVES)
    if (!this.away) return { gaze: 'centre', confidence: 1 - off }
    const { width, height } = this.model.screen
    const [aside, below] = [Math.abs(x) / width, Math.abs(y) / height]
    const gaze = aside >= below ? (x > 0 ? 'right' : 'left') : y > 0 ? 'down' : 'up'
    return { gaze, confidence: off }
  }

  /** Whoever clicks or types looks there, mostly: the bias follows, by how sure each is (Kalman). */
  workedAt(place: Point, kind: Work, atMs: number): void {
    const newest = this.recent.at(-1)
    if (!newest || atMs - newest.atMs > FRESH_MS) return
    const seen = this.corrected(newest.point.radius)
    const own = ((kind === 'click' ? CLICK_DEG : TYPING_DEG) / this.model.degPerPx) ** 2
    const noise = own + (newest.point.radius / RADIUS_SDS) ** 2
    const missed = { x: place.x - seen.x, y: place.y - seen.y }
    if (Math.hypot(missed.x, missed.y) > WORK_SDS * Math.sqrt(noise + this.variance)) return
    const gain = this.variance / (this.variance + noise)
    this.bias = { x: this.bias.x + gain * missed.x, y: this.bias.y + gain * missed.y }
    this.variance *= 1 - gain
  }

  private drift(atMs: number): void {
    const minutes = (atMs - (this.driftedMs ?? atMs)) / 60_000
    this.driftedMs = atMs
    this.variance += minutes * (DRIFT_DEG / this.model.degPerPx) ** 2
  }

  private corrected(rawRadius: number): GazePoint {
    const { screen, degPerPx } = this.model
    const x = median(this.recent.map(({ point }) => point.x)) + this.bias.x
    const y = median(this.recent.map(({ point }) => point.y)) + this.bias.y
    const radius = Math.hypot(rawRadius, RADIUS_SDS * Math.sqrt(this.variance))
    return { x, y, radius, radiusDeg: radius * degPerPx, off: offScreen({ x, y }, radius, screen) }
  }
}

/** One place while it moves by less than half its radius. */
export const GAZE_POINT: Kind<GazePoint> = {
  observed: 'gaze_point',
  same: (settled, value) => Math.hypot(settled.x - value.x, settled.y - value.y) <= settled.radius / 2,
  changed: (pending) => pending.length >= 2,
  gather: (points) => ({
    x: median(points.map(({ x }) => x)),
    y: median(points.map(({ y }) => y)),
    radius: median(points.map(({ radius }) => radius)),
    radiusDeg: median(points.map(({ radiusDeg }) => radiusDeg)),
    off: mean(points.map(({ off }) => off)),
  }),
  word: ({ x, y, radius, radiusDeg, off }) =>
    [x, y, radius, radiusDeg * 1000, off * 1000].map((part) => String(Math.round(part))).join(','),
}
