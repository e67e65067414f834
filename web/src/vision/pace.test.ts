import { expect, test } from 'vitest'

import { Pace } from './pace'

function taken(pace: Pace, framesPerSecond: number, seconds: number): number {
  const frames = Array.from(
    { length: framesPerSecond * seconds },
    (_, frame) => (frame * 1000) / framesPerSecond,
  )
  return frames.filter((atMs) => pace.due(atMs)).length
}

test.each([
  [15, 30, 150],
  [10, 30, 100],
  [15, 120, 151],
  [15, 2, 20],
])('%i a second are read of a camera with %i frames', (rate, framesPerSecond, expected) => {
  expect(taken(new Pace(rate), framesPerSecond, 10)).toBe(expected)
})

test('a new rate holds at once', () => {
  const pace = new Pace(15)
  pace.rate = 3
  expect(taken(pace, 30, 10)).toBe(30)
})

test('after a pause the next frame is due at once, without catching up', () => {
  const pace = new Pace(10)
  expect([0, 5000, 5033, 5066, 5100].map((atMs) => pace.due(atMs))).toEqual([true, true, false, false, true])
})
