import { expect, test } from 'vitest'

import { SampleClock } from './clock'

test('a queue makes nothing later than it sounded', () => {
  const clock = new SampleClock()
  expect(clock.at(32, 1040)).toBe(1040)
  expect(clock.at(64, 1200)).toBeCloseTo(1072, 0)
  expect(clock.at(96, 1201)).toBeCloseTo(1104, 0)
})

test('a prompter arrival corrects it, and time never runs backwards', () => {
  const clock = new SampleClock()
  clock.at(32, 1200)
  expect(clock.at(64, 1080)).toBe(1200)
  expect(clock.at(196, 1212)).toBe(1212)
})

test('after sleep it begins anew', () => {
  const clock = new SampleClock()
  clock.at(32, 1032)
  expect(clock.at(64, 61_064)).toBe(61_064)
})
