import { describe, expect, test } from 'vitest'

import type { Colour } from './contracts'
import { drawByCrypto, drawChallenges, guesses, LivenessRun, type Hue } from './liveness'
import { ACTORS, performed, seeded } from './livenessActors'
import { agreementWith, HUE_MS, HUES_AFTER_MS } from './livenessColour'
import { makeEmptyReading, makeReading } from './testing'

type Name = keyof typeof ACTORS

/** How many of so many checks were answered. */
function passes(name: Name, withColour: boolean, checks: number): number {
  return Array.from({ length: checks }, (_, seed) => performed(ACTORS[name], withColour, seed + 1)).filter(
    ({ outcome }) => outcome === 'answered',
  ).length
}

describe.each([true, false])('with colours: %s', (withColour) => {
  test.each<Name>(['person', 'person in a light room'])('a %s passes', (name) => {
    expect(passes(name, withColour, 100)).toBeGreaterThanOrEqual(98)
  })

  test.each<Name>(['photo', 'loop', 'answers too late', 'answers wrongly'])('%s: never passes', (name) => {
    expect(passes(name, withColour, 100)).toBe(0)
  })

  test('who knows what is asked when, and guesses the rest, passes less than once in a hundred', () => {
    expect(passes('guesses what is hidden', withColour, 800)).toBeLessThan(8)
  })
})

test('what is asked is drawn anew each time, and hides enough', () => {
  for (const withColour of [true, false]) {
    const drawn = Array.from({ length: 300 }, () => drawChallenges(withColour, drawByCrypto))
    expect(new Set(drawn.map((one) => JSON.stringify(one))).size).toBeGreaterThan(200)
    for (const challenges of drawn) {
      expect(challenges).toHaveLength(4)
      expect(guesses(challenges)).toBe(withColour ? 2 * 2 * 36 * 24 : 2 * 2 * 2 * 36)
    }
  }
})

test('nobody is asked while they move, blink or are away', () => {
  const asked = (readings: Parameters<LivenessRun['take']>[0][]) => {
    const run = new LivenessRun(false, seeded(1))
    readings.forEach((reading) => run.take(reading))
    return run.ask(800)
  }
  const times = [0, 100, 200, 300, 400, 500, 600, 700, 800]
  expect(asked(times.map((atMs) => makeReading(atMs)))).toBe(true)
  expect(asked(times.map((atMs) => makeReading(atMs, { yaw: atMs / 40 })))).toBe(false)
  expect(asked(times.map((atMs) => makeReading(atMs, atMs === 600 ? { eyesOpen: 0.1 } : {})))).toBe(false)
  expect(asked(times.map((atMs) => makeEmptyReading(atMs)))).toBe(false)
})

test('a device that reads too slowly has made no check', () => {
  const run = new LivenessRun(false, seeded(1))
  let nowMs = 0
  const read = (everyMs: number) => run.take(makeReading((nowMs += everyMs)))
  while (run.challenge) {
    for (let k = 0; k < 5; k++) read(100)
    expect(run.ask(nowMs)).toBe(true)
    while (!run.judge(nowMs)) read(700)
  }
  expect(run.outcome()).toEqual({ outcome: 'not_made', answers: [] })
})

describe('the light of the page on a face', () => {
  const SHOWN: Hue[] = ['green', 'red', 'blue', 'green']
  const SKIN: Colour = [150, 115, 100]
  const faces = (lit: (hue: Hue | undefined, sinceMs: number) => Colour) =>
    Array.from({ length: 60 }, (_, k) => {
      const sinceMs = k * 100
      const hue = SHOWN[Math.floor((sinceMs - HUES_AFTER_MS) / HUE_MS)]
      return { sinceMs, turned: 0, left: 0, up: 0, open: 1, colour: lit(hue, sinceMs) }
    })
  const tinted = ([r, g, b]: Colour, hue: Hue | undefined, by: number): Colour => [
    r * (hue === 'red' ? by : 1),
    g * (hue === 'green' ? by : 1),
    b * (hue === 'blue' ? by : 1),
  ]

  test('is seen when it is weak and the white balance drifts against it', () => {
    const seen = agreementWith(
      SHOWN,
      faces((hue, sinceMs) => tinted([SKIN[0] - sinceMs / 600, SKIN[1], SKIN[2] + sinceMs / 900], hue, 1.03)),
    )
    expect(seen?.answered).toBe(true)
    expect(seen?.measured).toBeGreaterThan(0.9)
  })

  test('is not told of a face that keeps its colour, or is not there', () => {
    expect(
      agreementWith(
        SHOWN,
        faces(() => SKIN),
      ),
    ).toBeUndefined()
    expect(agreementWith(SHOWN, [])).toBeUndefined()
  })

  test('is not that of another order', () => {
    const other: Record<Hue, Hue> = { red: 'green', green: 'blue', blue: 'red' }
    const seen = agreementWith(
      SHOWN,
      faces((hue) => tinted(SKIN, hue && other[hue], 1.1)),
    )
    expect(seen?.answered).toBe(false)
  })
})
