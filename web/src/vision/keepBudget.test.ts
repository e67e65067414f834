import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import type { Observer, ObjectWatcher, Reading } from './contracts'
import { keepBudget } from './keepBudget'
import { makeReading } from './testing'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A device whose readings cost so much, told twenty times a second. */
function device(costMs: number) {
  const rates: { faces: number[]; objects: number[] } = { faces: [], objects: [] }
  let tell: (reading: Reading) => void = () => undefined
  const observer = {
    setRate: (rate: number) => rates.faces.push(rate),
    onReading: (listener: typeof tell) => {
      tell = listener
      return () => (tell = () => undefined)
    },
  } as unknown as Observer
  const objects = {
    setRate: (rate: number) => rates.objects.push(rate),
    onCost: () => () => undefined,
  } as unknown as ObjectWatcher
  const work = (seconds: number) => {
    for (let reading = 0; reading < seconds * 20; reading++) {
      tell(makeReading(0, {}, { costMs }))
      vi.advanceTimersByTime(50)
    }
  }
  return { observer, objects, rates, work }
}

test('a quick device reads at the fastest rates', () => {
  const { observer, objects, rates, work } = device(15)
  keepBudget(observer, objects)
  work(60)
  expect(rates).toEqual({ faces: [15], objects: [2] })
})

test('a slow one gives up objects first, then reads faces more slowly; ended, it is left alone', () => {
  const { observer, objects, rates, work } = device(60)
  const stop = keepBudget(observer, objects)
  work(20)
  expect(rates.objects.slice(0, 3)).toEqual([2, 1, 0.5])
  expect(rates.faces.at(-1)).toBe(7)
  stop()
  const told = rates.faces.length
  work(20)
  expect(rates.faces).toHaveLength(told)
})

test('a page that comes late is relieved, however cheap readings are', () => {
  const { observer, rates, work } = device(10)
  keepBudget(observer)
  const soon = performance.now.bind(performance)
  let heldUpMs = 0
  vi.spyOn(performance, 'now').mockImplementation(() => soon() + (heldUpMs += 200))
  work(40)
  expect(rates.faces.at(-1)).toBeLessThan(15)
})
