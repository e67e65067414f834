import { describe, expect, test } from 'vitest'

import { Budget, LADDER, type Rates } from './budget'

interface Load {
  faceMs: number
  objectMs?: number
  /** Share of the time in which the page's own thread is held up. */
  late?: number
}

/** Lets a device work at the rates it is given; every set of rates that it goes through, with the first. */
function work(budget: Budget, fromS: number, seconds: number, load: (rates: Rates) => Load): Rates[] {
  const seen = [budget.rates]
  for (let at = fromS; at < fromS + seconds; at++) {
    const { faces, objects } = budget.rates
    const { faceMs, objectMs = 0, late = 0 } = load(budget.rates)
    for (let reading = 0; reading < faces; reading++) budget.readFace(faceMs)
    if (objects) budget.lookedForObjects(objectMs)
    budget.wasLate(late * 1000)
    if (budget.judge(at * 1000)) seen.push(budget.rates)
  }
  return seen
}

describe('the budget', () => {
  test('begins at the fastest and stays there when it can be afforded', () => {
    expect(work(new Budget(0), 0, 120, () => ({ faceMs: 20, objectMs: 150 }))).toEqual([LADDER[0]])
  })

  test('gives up in the stated order while the page stutters', () => {
    const seen = work(new Budget(0), 0, 60, () => ({ faceMs: 20, objectMs: 100, late: 0.3 }))
    expect(seen).toEqual(LADDER)
  })

  test('lets dear readings be rare enough for half a core', () => {
    const budget = new Budget(0)
    work(budget, 0, 60, () => ({ faceMs: 60 }))
    expect(budget.rates.faces).toBe(7)
    work(budget, 60, 60, () => ({ faceMs: 1000 }))
    expect(budget.rates.faces).toBe(3)
  })

  test('makes dear object pictures rarer, not the faces', () => {
    const budget = new Budget(0)
    work(budget, 0, 30, () => ({ faceMs: 15, objectMs: 300 }))
    expect(budget.rates).toEqual({ faces: 15, objects: 1 })
  })

  test('one slow moment changes nothing', () => {
    const budget = new Budget(0)
    work(budget, 0, 20, () => ({ faceMs: 15 }))
    budget.readFace(400)
    budget.wasLate(200)
    expect(work(budget, 20, 30, () => ({ faceMs: 15 }))).toEqual([LADDER[0]])
  })

  test('comes back step by step once there is room', () => {
    const budget = new Budget(0)
    work(budget, 0, 60, () => ({ faceMs: 20, late: 0.3 }))
    expect(work(budget, 60, 120, () => ({ faceMs: 20 }))).toEqual(LADDER.toReversed())
  })

  test('does not flap between a step that fits and one that does not', () => {
    const budget = new Budget(0)
    const onlySlow = ({ faces }: Rates) => ({ faceMs: 20, late: faces > 7 ? 0.3 : 0 })
    work(budget, 0, 60, onlySlow)
    const changes = work(budget, 60, 1200, onlySlow).length - 1
    expect(changes).toBeLessThan(20)
  })
})
