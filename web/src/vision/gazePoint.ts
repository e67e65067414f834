/**
 * The point on the screen that somebody looks at, and how far it may be wrong.
 *
 * A ridge regression of one person, from where their head is and a few grey cells of their eyes to the screen,
 * fitted to points that they looked at; `bench/vision/gaze` compared it with others. Each point is left out once:
 * what the rest then say of it is the error that is told, so it holds for points that were never looked at.
 * Pixels are those of the page, from the middle of the screen to the right and down.
 */

import type { Reading } from './contracts'
import { IRIS_X_PER_DEGREE } from './gaze'
import { clamp, mean, median, quantile, type Point } from './geometry'
import { fitRidge, reachOf, tell, type Ridge } from './ridge'

/** By eyes and head; or by the head alone, for eyes that cannot be read. */
export type GazeMethod = 'eyes' | 'head'

export interface Screen {
  width: number
  height: number
}

/** A reading of somebody who looks at a point. Looks at one point have one number. */
export interface Look {
  reading: Reading
  point: Point
  number: number
}

export interface GazePoint extends Point {
  /** Nine of ten true points lie within. */
  radius: number
  radiusDeg: number
  /** How likely it is off the screen, 0..1. */
  off: number
}

/** One person at one screen, as long as they sit there. Plain data: it survives a reload. */
export interface GazeModel {
  method: GazeMethod
  screen: Screen
  /** From features to shares of the screen. */
  ridge: Ridge
  /** The radius at the calibrated places, in pixels. */
  error: number
  degPerPx: number
  distanceMm: number
}

/** What points that were not used for fitting say. */
export interface Checked {
  points: number
  /** Median distance, pixels. */
  error: number
  /** The share of readings within their radius. */
  held: number
}

/** What counts as one step of each feature: the larger, the less the regression makes of it. */
const TURN_DEG = 10
const IRIS_STEP = 0.1
const LID_STEP = 0.05
const SHIFT = 0.25
const NEARER = 0.25
const CELL_STEP = 2
/** How strongly the weights are held back. */
const RIDGE = 0.6
/** How much the error grows with the distance from what was calibrated. */
const REACH = 10
/**
 * The share of points left out that the radius is to hold: looks beside the screen, that nobody was asked for,
 * stray farther, so that nine of ten remain. The radius in standard deviations of a normal error.
 */
const HELD = 0.95
export const RADIUS_SDS = 2.146
const LEAST_POINTS = 5
/** Points farther out than so many screens are told there; normal shares farther out than so many deviations. */
const FARTHEST = 3
const FAR_SDS = 8
/** Iris width of people, and how wide a usual camera sees (56°): together they tell the distance, roughly. */
const IRIS_MM = 11.7
const FOCAL_PER_WIDTH = 0.95
/** A telephone at arm's length, and a wall. */
const LEAST_DEG_PER_PX = 0.005
const MOST_DEG_PER_PX = 0.06

/** Undefined where there are too few points. Looks without a face count for nothing. */
export function fitGaze(
  all: readonly Look[],
  screen: Screen,
  method: GazeMethod = 'eyes',
): GazeModel | undefined {
  const looks = all.filter(({ reading }) => reading.face)
  const numbers = looks.map(({ number }) => number)
  if (new Set(numbers).size < LEAST_POINTS) return undefined
  const seen = looks.map(({ reading }) => features(reading, method))
  const wanted = looks.map(({ point }): [number, number] => [point.x / screen.width, point.y / screen.height])
  return {
    method,
    screen,
    ridge: fitRidge(seen, wanted, RIDGE),
    error: errorOfPointsLeftOut(seen, wanted, numbers, screen),
    degPerPx: degreesPerPixel(looks),
    distanceMm: distanceMm(looks.map(({ reading }) => reading)),
  }
}

/** Where a reading looks; undefined without a face. */
export function gazePointOf(model: GazeModel, reading: Reading): GazePoint | undefined {
  if (!reading.face) return undefined
  const { method, screen, ridge, error, degPerPx } = model
  const seen = features(reading, method)
  const [x, y] = tell(ridge, seen)
  const place = {
    x: clamp(x, -FARTHEST, FARTHEST) * screen.width,
    y: clamp(y, -FARTHEST, FARTHEST) * screen.height,
  }
  const radius = error * reachOf(ridge, seen, REACH)
  return { ...place, radius, radiusDeg: radius * degPerPx, off: offScreen(place, radius, screen) }
}

/** How well a model tells points that it was not fitted to. */
export function checkGaze(model: GazeModel, looks: readonly Look[]): Checked {
  const told = looks.flatMap((look) => {
    const at = gazePointOf(model, look.reading)
    return at ? [{ look, at, missed: Math.hypot(at.x - look.point.x, at.y - look.point.y) }] : []
  })
  if (!told.length) return { points: 0, error: Infinity, held: 0 }
  return {
    points: new Set(told.map(({ look }) => look.number)).size,
    error: median(told.map(({ missed }) => missed)),
    held: told.filter(({ missed, at }) => missed <= at.radius).length / told.length,
  }
}

/** The model with an error that holds at these looks too, which it was not fitted to. */
export function widened(model: GazeModel, looks: readonly Look[]): GazeModel {
  const errors = looks.flatMap((look) => {
    const at = gazePointOf(model, look.reading)
    return at ? [(Math.hypot(at.x - look.point.x, at.y - look.point.y) / at.radius) * model.error] : []
  })
  return errors.length ? { ...model, error: Math.max(model.error, quantile(errors, HELD)) } : model
}

/** How likely the true point is off the screen: the error is normal and alike in all directions. */
export function offScreen(place: Point, radius: number, screen: Screen): number {
  const sd = radius / RADIUS_SDS
  return 1 - shareWithin(place.x, screen.width / 2, sd) * shareWithin(place.y, screen.height / 2, sd)
}

/** From the camera, as far as an iris tells: within a quarter, since cameras differ. */
function distanceMm(readings: readonly Reading[]): number {
  return median(
    readings.flatMap(({ face, width }) =>
      face ? [(FOCAL_PER_WIDTH * width * IRIS_MM) / face.irisWidth] : [],
    ),
  )
}

/** From the angle that the eyes turn by across the screen, and how far away it is: as rough as both. */
export function screenWidthMm({ screen, degPerPx, distanceMm }: GazeModel): number {
  return 2 * distanceMm * Math.tan(((degPerPx * screen.width) / 2) * (Math.PI / 180))
}

/** In steps of what matters alike. */
function features({ face, width }: Reading, method: GazeMethod): number[] {
  if (!face) throw new Error('A reading without a face has no features.')
  const head = [
    face.yaw / TURN_DEG,
    face.pitch / TURN_DEG,
    face.roll / TURN_DEG,
    face.at.x / width / SHIFT,
    face.at.y / width / SHIFT,
    Math.log(face.irisWidth / width) / NEARER,
  ]
  if (method === 'head') return head
  const eyes = [face.irisX / IRIS_STEP, face.irisY / IRIS_STEP, face.eyesOpen / LID_STEP]
  const cells = face.eyes.flatMap(({ patch }) => patch.map((cell) => cell / CELL_STEP))
  return [...head, ...eyes, ...cells]
}

function errorOfPointsLeftOut(
  seen: readonly number[][],
  wanted: readonly [number, number][],
  numbers: readonly number[],
  screen: Screen,
): number {
  const errors = [...new Set(numbers)].flatMap((number) => {
    const kept = <T>(values: readonly T[]) => values.filter((_, index) => numbers[index] !== number)
    const leftOut = <T>(values: readonly T[]) => values.filter((_, index) => numbers[index] === number)
    const ridge = fitRidge(kept(seen), kept(wanted), RIDGE)
    const truths = leftOut(wanted)
    return leftOut(seen).map((one, index) => {
      const [x, y] = tell(ridge, one)
      const [trueX, trueY] = truths[index] ?? [NaN, NaN]
      const missed = Math.hypot((x - trueX) * screen.width, (y - trueY) * screen.height)
      return missed / reachOf(ridge, one, REACH)
    })
  })
  return quantile(errors, HELD)
}

/** How far eyes and head together turn for each pixel sideways. */
function degreesPerPixel(looks: readonly Look[]): number {
  const turned = looks.flatMap(({ reading: { face }, point }) =>
    face ? [{ x: point.x, angle: -face.yaw - face.irisX / IRIS_X_PER_DEGREE }] : [],
  )
  const x = mean(turned.map((one) => one.x))
  const angle = mean(turned.map((one) => one.angle))
  const scatter = turned.reduce((sum, one) => sum + (one.x - x) ** 2, 0)
  const together = turned.reduce((sum, one) => sum + (one.x - x) * (one.angle - angle), 0)
  return clamp(scatter ? together / scatter : 0, LEAST_DEG_PER_PX, MOST_DEG_PER_PX)
}

function shareWithin(value: number, half: number, sd: number): number {
  return normal((half - value) / sd) - normal((-half - value) / sd)
}

/** The share of a normal below z, by a logistic one that is within a hundredth of it. */
function normal(z: number): number {
  return 1 / (1 + Math.exp(-1.702 * clamp(z, -FAR_SDS, FAR_SDS)))
}
