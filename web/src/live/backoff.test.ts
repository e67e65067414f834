import { expect, test } from 'vitest'
import { backoffMs } from './backoff'

test('waits double from 0.3 s and stay under 5 s', () => {
  expect([1, 2, 3, 4, 5, 6, 60].map((attempt) => backoffMs(attempt, 1))).toEqual([
    300, 600, 1_200, 2_400, 4_800, 5_000, 5_000,
  ])
})

test('chance at most halves a wait', () => {
  expect(backoffMs(1, 0)).toBe(150)
})
