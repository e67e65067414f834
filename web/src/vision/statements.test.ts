import { describe, expect, test } from 'vitest'

import type { Reading, Statement } from './contracts'
import { IRIS_X_PER_DEGREE, IRIS_Y_PER_DEGREE } from './gaze'
import { StatementMaker } from './statements'
import { CENTRE, makeEmptyReading, makeReading, NEUTRAL } from './testing'

const STEP_MS = 100

/** Lays scenes one after the other: each makes its readings for so many milliseconds. */
function play(...scenes: [forMs: number, make: (atMs: number) => Reading][]): Statement[] {
  const maker = new StatementMaker()
  maker.setNeutral(NEUTRAL)
  return film(maker, ...scenes)
}

function film(maker: StatementMaker, ...scenes: [number, (atMs: number) => Reading][]): Statement[] {
  let atMs = 0
  const said = scenes.flatMap(([forMs, make]) => {
    const end = atMs + forMs
    const statements: Statement[] = []
    for (; atMs < end; atMs += STEP_MS) statements.push(...maker.observe(make(atMs)))
    return statements
  })
  return [...said, ...maker.flush()]
}

function spans(statements: readonly Statement[], observed: Statement['observed']): string[] {
  const lines: { value: string; ms: number }[] = []
  for (const { value, durationMs } of statements.filter((statement) => statement.observed === observed)) {
    const last = lines.at(-1)
    if (last?.value === value) last.ms += durationMs
    else lines.push({ value, ms: durationMs })
  }
  return lines.map(({ value, ms }) => `${value} ${ms}`)
}

const centred = (atMs: number) => makeReading(atMs)
const eyes = (leftDeg: number, upDeg = 0) => ({
  irisX: CENTRE.irisX + leftDeg * IRIS_X_PER_DEGREE,
  irisY: CENTRE.irisY - upDeg * IRIS_Y_PER_DEGREE,
})
const looking =
  (leftDeg: number, upDeg = 0) =>
  (atMs: number) =>
    makeReading(atMs, eyes(leftDeg, upDeg))
const head = (leftDeg: number, upDeg = 0) => ({ yaw: CENTRE.yaw + leftDeg, pitch: CENTRE.pitch + upDeg })

describe('gaze', () => {
  test.each([
    ['left', looking(20)],
    ['right', looking(-20)],
    ['up', looking(0, 20)],
    ['down', looking(0, -20)],
  ])('a glance to the %s is one span of its length', (direction, glance) => {
    const said = play([3000, centred], [2000, glance], [3000, centred])
    expect(spans(said, 'gaze')).toEqual(['centre 2950', `${direction} 2000`, 'centre 2950'])
  })

  test('the corners of a screen are not away from it', () => {
    expect(spans(play([3000, looking(9, 4)], [3000, looking(-9, -4)]), 'gaze')).toEqual(['centre 5900'])
  })

  test('a turned head whose eyes stay on the screen is not a glance', () => {
    const compensating = (atMs: number) => makeReading(atMs, { ...head(20), ...eyes(-18) })
    expect(spans(play([1000, centred], [3000, compensating]), 'gaze')).toEqual(['centre 3900'])
  })

  test('a turned head whose eyes go with it is a glance', () => {
    const turned = (atMs: number) => makeReading(atMs, head(-25))
    expect(spans(play([1000, centred], [3000, turned]), 'gaze')).toEqual(['centre 950', 'right 2950'])
  })

  test('a blink passes unsaid; closed eyes are unknown', () => {
    const closed = (atMs: number) => makeReading(atMs, { eyesOpen: 0.12 })
    expect(spans(play([1000, centred], [300, closed], [1000, centred]), 'gaze')).toEqual(['centre 2200'])
    const asleep = spans(play([1000, centred], [1000, closed], [1000, centred]), 'gaze')
    expect(asleep).toEqual(['centre 950', 'unknown 1000', 'centre 950'])
  })

  test('without a neutral, or without a face, gaze is unknown', () => {
    expect(spans(film(new StatementMaker(), [1000, looking(30)]), 'gaze')).toEqual(['unknown 900'])
    expect(spans(play([1000, centred], [1000, makeEmptyReading]), 'gaze')).toEqual([
      'centre 950',
      'unknown 950',
    ])
  })

  test('confidence grows with the distance from the threshold', () => {
    const [near, far] = [17, 27].map((degrees) =>
      play([2000, looking(degrees)]).find((s) => s.observed === 'gaze'),
    )
    expect(far?.confidence).toBeGreaterThan(0.95)
    expect(near?.confidence).toBeLessThan(far?.confidence ?? 0)
    expect(near?.confidence).toBeGreaterThan(0.5)
  })

  test('the centre follows a slow drift, but nobody can carry it away', () => {
    const drifting = (limit: number) => (atMs: number) =>
      makeReading(atMs, eyes(Math.min(atMs / 10_000, limit)))
    expect(spans(play([120_000, drifting(9)], [2000, looking(16)]), 'gaze')).toEqual(['centre 121900'])
    const carried = spans(play([400_000, drifting(25)]), 'gaze')
    expect(carried.at(-1)).toMatch(/^left/)
  })
})

describe('presence and faces', () => {
  test('one lost reading is no absence, two are', () => {
    const said = play(
      [1000, centred],
      [100, makeEmptyReading],
      [1000, centred],
      [200, makeEmptyReading],
      [500, centred],
    )
    expect(spans(said, 'presence')).toEqual(['present 2050', 'absent 200', 'present 450'])
  })

  const joined = (count: boolean) => (atMs: number) =>
    makeReading(atMs, {}, { faces: 2, counted: count, othersScore: 0.8 })

  test('a second face needs two counts', () => {
    const once = play([1000, centred], [100, joined(true)], [400, joined(false)], [1000, centred])
    expect(spans(once, 'faces')).toEqual(['1 2400'])
    const twice = play([1000, centred], [3000, joined(true)])
    expect(spans(twice, 'faces')).toEqual(['1 950', '2 2950'])
    const [last] = twice.filter(({ value }) => value === '2').slice(-1)
    expect(last?.confidence).toBeCloseTo(0.8)
  })

  test('without anyone there are no faces', () => {
    expect(spans(play([1000, centred], [1000, makeEmptyReading]), 'faces')).toEqual(['1 950', '0 950'])
  })
})

describe('head', () => {
  test('its turn from neutral is stated in millidegrees, dated to when it moved', () => {
    const turned = (atMs: number) => makeReading(atMs, head(30, -6))
    expect(spans(play([1000, centred], [2000, turned]), 'head')).toEqual(['0,0 950', '30000,-6000 1950'])
  })

  test('nothing is stated without a face or a neutral', () => {
    expect(spans(play([1000, makeEmptyReading]), 'head')).toEqual([])
    expect(spans(film(new StatementMaker(), [1000, centred]), 'head')).toEqual([])
  })
})
