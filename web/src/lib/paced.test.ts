import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { Cell } from './cell'
import { paced } from './paced'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('however often a value changes, it is told at its pace, and the newest in the end', () => {
  const source = new Cell(0)
  const slow = paced(source, 100)
  const told: number[] = []
  slow.watch(() => told.push(slow.get()))
  for (let value = 1; value <= 30; value++) {
    source.set(value)
    vi.advanceTimersByTime(10)
  }
  vi.advanceTimersByTime(200)
  expect(told.length).toBeLessThanOrEqual(4)
  expect(told.at(-1)).toBe(30)
})

test('whoever stops watching costs nothing any more', () => {
  const slow = paced(new Cell(0), 100)
  slow.watch(() => undefined)()
  expect(vi.getTimerCount()).toBe(0)
})
