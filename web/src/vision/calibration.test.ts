import { expect, test } from 'vitest'

import { CalibrationRun } from './calibration'
import type { Reading } from './contracts'
import { IRIS_X_PER_DEGREE } from './gaze'
import { makeEmptyReading, makeReading } from './testing'

const SCREEN = { width: 1600, height: 900 }
const LIMIT_DEG = 6

function lookAt({ x, y }: { x: number; y: number }, k: number): Reading {
  const irisX = 0.5 - x * 0.02 * IRIS_X_PER_DEGREE + Math.sin(k + x) * 0.0005
  const patch = Array.from(
    { length: 45 },
    (_, cell) => Math.cos(cell * 0.4 + x / 800) + (cell % 5) * (y / 700),
  )
  const eye = { irisX, irisY: -0.06, open: 0.28, patch }
  return makeReading(k, { irisX, eyes: [eye, eye] })
}

/** Walks through all dots as somebody who looks where `aim` says. */
function walk(run: CalibrationRun, aim = (point: { x: number; y: number }) => point): void {
  for (let dot = run.dot; dot; dot = run.dot) {
    const point = { x: (dot.at.x - 0.5) * SCREEN.width, y: (dot.at.y - 0.5) * SCREEN.height }
    for (let k = 0; k < 6; k++) run.take(lookAt(aim(point), k), point)
    expect(run.finishDot()).toBe(true)
  }
}

test('nine dots, two to turn the head at and four to check with take less than forty seconds', () => {
  const run = new CalibrationRun(SCREEN, 'eyes', LIMIT_DEG)
  expect(run.seconds).toBeLessThan(35)
  walk(run)
  const outcome = run.outcome()
  expect(outcome).toMatchObject({
    state: 'good',
    bad: [],
    calibration: { points: 11, checked: { points: 4 } },
  })
})

test('a dot at which nobody was seen is asked for again', () => {
  const run = new CalibrationRun(SCREEN, 'eyes', LIMIT_DEG)
  const first = run.dot
  run.take(makeEmptyReading(0), { x: 0, y: 0 })
  expect(run.finishDot()).toBe(false)
  expect(run.dot).toBe(first)
})

test('who looked elsewhere at one dot is asked to repeat that one', () => {
  const run = new CalibrationRun(SCREEN, 'eyes', LIMIT_DEG)
  let asked = 0
  walk(run, (point) =>
    asked++ === 12 * 6 + 1 || (asked > 72 && asked <= 78) ? { x: -point.x, y: -point.y } : point,
  )
  const outcome = run.outcome()
  if (outcome.state === 'failed') throw new Error('failed')
  expect(outcome.bad.map(({ stage }) => stage)).toEqual(['check'])
  run.repeat(outcome.bad)
  expect(run.dot).toEqual(outcome.bad[0])
  walk(run)
  expect(run.outcome()).toMatchObject({ state: 'good', bad: [] })
})

test('without enough of it, nothing comes of it', () => {
  const run = new CalibrationRun(SCREEN, 'eyes', LIMIT_DEG)
  while (run.dot) run.skipDot()
  expect(run.outcome()).toEqual({ state: 'failed' })
})

test('by the head alone nobody is asked to turn it', () => {
  const run = new CalibrationRun(SCREEN, 'head', LIMIT_DEG)
  const stages = new Set<string>()
  while (run.dot) {
    stages.add(run.dot.stage)
    run.skipDot()
  }
  expect([...stages]).toEqual(['look', 'check'])
})
