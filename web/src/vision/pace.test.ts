import { expect, test } from 'vitest'

import { Pace, RATES } from './pace'

function spend(pace: Pace, costMs: number, readings: number): number {
  for (let reading = 0; reading < readings; reading++) pace.spent(costMs)
  return pace.rate
}

test('an affordable reading is taken ten times a second', () => {
  expect(spend(new Pace(), 15, 200)).toBe(10)
})

test('a dear reading is taken less often, never less than three times a second', () => {
  expect(spend(new Pace(), 50, 100)).toBe(5)
  expect(spend(new Pace(), 400, 100)).toBe(RATES.at(-1))
})

test('one slow moment changes nothing', () => {
  const pace = new Pace()
  spend(pace, 15, 30)
  expect(pace.spent(150)).toBe(false)
  expect(spend(pace, 15, 100)).toBe(10)
})

test('the rate returns step by step when readings have become cheap', () => {
  const pace = new Pace()
  spend(pace, 400, 24)
  const rates = [1, 2, 3].map(() => spend(pace, 15, 24))
  expect(rates).toEqual([5, 7, 10])
})

test('a camera of 30 frames a second is read ten times a second', () => {
  const pace = new Pace()
  const taken = Array.from({ length: 300 }, (_, frame) => pace.due((frame * 1000) / 30)).filter(Boolean)
  expect(taken).toHaveLength(100)
})

test('after a pause the next frame is due at once, without catching up', () => {
  const pace = new Pace()
  expect([0, 5000, 5033, 5066, 5100].map((atMs) => pace.due(atMs))).toEqual([true, true, false, false, true])
})
