import { expect, test } from 'vitest'

import type { Reading } from './contracts'
import {
  checkGaze,
  fitGaze,
  gazePointOf,
  offScreen,
  screenWidthMm,
  widened,
  type GazeModel,
  type GazePoint,
  type Look,
} from './gazePoint'
import { IRIS_X_PER_DEGREE } from './gaze'
import { PointTeller } from './looking'
import { makeEmptyReading, makeReading } from './testing'

const SCREEN = { width: 1600, height: 900 }
const DEG_PER_PX = 0.02

/** Somebody whose eyes follow a point, with the noise of a camera that repeats. */
function lookAt(x: number, y: number, atMs = 0, head = 0): Reading {
  const noise = (of: number) => Math.sin((of + 1) * 78.233 + x * 12.9898 + y * 37.719 + atMs * 4.581)
  const irisX = 0.5 - (x * DEG_PER_PX + head) * IRIS_X_PER_DEGREE + noise(0) * 0.004
  const patch = Array.from(
    { length: 45 },
    (_, cell) => Math.tanh(((cell % 9) - 4) * (x / 3000) + ((cell % 5) - 2) * (y / 1500)) + noise(cell) * 0.1,
  )
  const eye = { irisX, irisY: -0.06 + y * 0.00003, open: 0.28 - y * 0.00004, patch }
  return makeReading(atMs, { yaw: head, irisX, irisY: eye.irisY, eyesOpen: eye.open, eyes: [eye, eye] })
}

const looks: Look[] = [-700, 0, 700].flatMap((x, column) =>
  [-400, 0, 400].flatMap((y, row) =>
    [0, 1, 2, 3, 4, 5, 6, 7].map((k) => ({
      reading: lookAt(x, y, k),
      point: { x, y },
      number: column * 3 + row,
    })),
  ),
)
const model = fitted(looks)

function fitted(of: readonly Look[]): GazeModel {
  const found = fitGaze(of, SCREEN)
  if (!found) throw new Error('Too few points.')
  return found
}

function pointAt(reading: Reading): GazePoint {
  const point = gazePointOf(model, reading)
  if (!point) throw new Error('No point.')
  return point
}

test('points between those that were looked at are told; how well the radius holds, bench/vision/gaze says', () => {
  const between = [-300, 250].flatMap((x) =>
    [-200, 150].map((y) => ({ reading: lookAt(x, y), point: { x, y }, number: x + y })),
  )
  expect(checkGaze(model, between)).toMatchObject({ points: 4 })
  expect(checkGaze(model, between).error).toBeLessThan(60)
})

test('the screen is measured in degrees by how far the eyes turn, and in millimetres with the distance', () => {
  expect(model.degPerPx).toBeCloseTo(DEG_PER_PX, 3)
  const wide = { ...model, degPerPx: 0.02, distanceMm: 600 }
  expect(screenWidthMm(wide)).toBeCloseTo(2 * 600 * Math.tan((16 * Math.PI) / 180), 3)
})

test('a posture unlike the calibrated ones is less certain, and without a face there is no point', () => {
  const near = pointAt(lookAt(100, 100))
  const turned = pointAt(lookAt(100, 100, 0, 25))
  expect(turned.radius).toBeGreaterThan(near.radius * 1.5)
  expect(gazePointOf(model, makeEmptyReading(0))).toBeUndefined()
})

test('checks that it misses widen the radius, and those that it holds leave it', () => {
  const off = [{ reading: lookAt(0, 0), point: { x: 400, y: 0 }, number: 0 }]
  const wide = widened(model, off)
  expect(gazePointOf(wide, lookAt(0, 0))?.radius).toBeGreaterThan(380)
  expect(widened(model, [{ reading: lookAt(0, 0), point: { x: 0, y: 0 }, number: 0 }])).toEqual(model)
})

test('too few points make no model', () => {
  expect(fitGaze(looks.slice(0, 32), SCREEN)).toBeUndefined()
})

test('off the screen is a chance: none in its middle, half at an edge, all far out', () => {
  expect(offScreen({ x: 0, y: 0 }, 100, SCREEN)).toBeLessThan(0.01)
  expect(offScreen({ x: 800, y: 0 }, 100, SCREEN)).toBeCloseTo(0.5, 2)
  expect(offScreen({ x: 1400, y: 0 }, 100, SCREEN)).toBeGreaterThan(0.99)
})

test('less certain points than the policy wants are not told', () => {
  expect(new PointTeller(model, 30).tell(lookAt(0, 0))).toBeDefined()
  expect(new PointTeller(model, 0.01).tell(lookAt(0, 0))).toBeUndefined()
})

test('a look beside the screen has a direction, and comes back only when it is surely back', () => {
  const teller = new PointTeller(model, 90)
  const at = (x: number, y: number, off: number) =>
    teller.direction({ x, y, off, radius: 50, radiusDeg: 1 }).gaze
  expect(at(0, 0, 0.5)).toBe('centre')
  expect(at(1000, 0, 0.9)).toBe('right')
  expect(at(820, 0, 0.5)).toBe('right')
  expect(at(0, -700, 0.9)).toBe('up')
  expect(at(0, 0, 0.1)).toBe('centre')
})

test('clicks pull drifted points back, and work done without looking does not', () => {
  const teller = new PointTeller(model, 90)
  const offBy = (atMs: number) => (teller.tell(lookAt(100, 0, atMs))?.x ?? NaN) - 220
  offBy(0)
  const drifted = Math.abs(offBy(600_000))
  for (let click = 1; click <= 5; click++) {
    offBy(600_000 + click * 1000)
    teller.workedAt({ x: 220, y: 0 }, 'click', 600_000 + click * 1000)
  }
  expect(Math.abs(offBy(606_000))).toBeLessThan(drifted / 2)
  const before = offBy(607_000)
  teller.workedAt({ x: -700, y: 400 }, 'click', 607_000)
  expect(Math.abs(offBy(607_000) - before)).toBeLessThan(5)
})
