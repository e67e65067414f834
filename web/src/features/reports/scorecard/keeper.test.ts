import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { FairviewProblem } from '@/api/problem'

import type { Card, Draft } from './draft'
import { type CardStore, ScorecardKeeper } from './keeper'
import { unsavedOf } from './unsaved'

const EMPTY = {
  ratings: {},
  notes: [],
  recommendation: null,
  closing: '',
  version: 0,
  saved_at: null,
  submitted_at: null,
  submitted_version: null,
} as unknown as Card

/** A desk that keeps one card, and refuses a save of an old version as the real one does. */
class Desk implements CardStore {
  card = EMPTY
  saves = 0
  isAway = false

  load = () => Promise.resolve(this.card)

  save = (version: number, draft: Draft): Promise<Card> => {
    this.saves += 1
    if (this.isAway) return Promise.reject(new FairviewProblem({ code: 'offline' }))
    if (version !== this.card.version) {
      return Promise.reject(new FairviewProblem({ code: 'scorecard_changed', status: 409 }))
    }
    this.card = { ...this.card, ...draft, version: version + 1 }
    return Promise.resolve(this.card)
  }

  submit = (version: number): Promise<Card> => {
    this.card = { ...this.card, submitted_version: version, submitted_at: '2026-11-21T12:00:00Z' }
    return Promise.resolve(this.card)
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('what is typed is saved once after the hands rest', async () => {
  const desk = new Desk()
  const keeper = new ScorecardKeeper(EMPTY, desk)
  for (const closing of ['C', 'Ca', 'Calm']) keeper.type({ closing })
  expect(keeper.cell.get().state).toBe('waiting')
  await vi.runAllTimersAsync()
  expect([desk.saves, desk.card.closing, keeper.cell.get().state]).toEqual([1, 'Calm', 'saved'])
})

test('without a connection it is kept and tried again until it is saved', async () => {
  const desk = new Desk()
  const keeper = new ScorecardKeeper(EMPTY, desk)
  desk.isAway = true
  keeper.change({ ratings: { testing: 3 } })
  await vi.advanceTimersByTimeAsync(6000)
  expect(keeper.cell.get().state).toBe('away')
  desk.isAway = false
  await vi.runAllTimersAsync()
  expect([desk.card.ratings, keeper.cell.get().state]).toEqual([{ testing: 3 }, 'saved'])
})

test('two tabs lose nothing of each other', async () => {
  const desk = new Desk()
  const [one, other] = [new ScorecardKeeper(EMPTY, desk), new ScorecardKeeper(EMPTY, desk)]
  one.change({ ratings: { testing: 3 } })
  await vi.runAllTimersAsync()
  other.change({ recommendation: 'yes' })
  await vi.runAllTimersAsync()
  expect(desk.card).toMatchObject({ ratings: { testing: 3 }, recommendation: 'yes', version: 2 })
  expect(other.cell.get()).toMatchObject({ wasMerged: true, state: 'saved' })
})

test('a choice can be taken back, step by step', async () => {
  const desk = new Desk()
  const keeper = new ScorecardKeeper(EMPTY, desk)
  keeper.change({ ratings: { testing: 3 } })
  keeper.change({ ratings: { testing: 1 } })
  keeper.undo()
  await vi.runAllTimersAsync()
  expect([desk.card.ratings, keeper.cell.get().canUndo]).toEqual([{ testing: 3 }, true])
})

test('what is submitted is what is on the page, and a later change says so', async () => {
  const desk = new Desk()
  const keeper = new ScorecardKeeper(EMPTY, desk)
  keeper.type({ closing: 'Yes.' })
  await keeper.submit()
  expect(desk.card).toMatchObject({ closing: 'Yes.', submitted_version: 1 })
  expect(keeper.cell.get().isSubmitted).toBe(true)
  keeper.type({ closing: 'Yes!' })
  expect(keeper.cell.get()).toMatchObject({ isSubmitted: false, submittedAt: '2026-11-21T12:00:00Z' })
})

test('what the server refuses is said and not tried again', async () => {
  const desk = new Desk()
  desk.save = () => Promise.reject(new FairviewProblem({ code: 'scorecard_too_long', status: 422 }))
  const keeper = new ScorecardKeeper(EMPTY, desk)
  keeper.type({ closing: 'x' })
  await vi.runAllTimersAsync()
  expect(keeper.cell.get().state).toBe('refused')
  await expect(keeper.submit()).rejects.toMatchObject({ code: 'scorecard_too_long' })
})

test('what could not be saved before a reload is there after it, and is saved then', async () => {
  const [desk, place] = [new Desk(), unsavedOf('room-1')]
  desk.isAway = true
  new ScorecardKeeper(EMPTY, desk, place).type({ closing: 'Calm.' })
  await vi.advanceTimersByTimeAsync(1000)
  desk.isAway = false
  const reloaded = new ScorecardKeeper(EMPTY, desk, place)
  expect(reloaded.cell.get().draft.closing).toBe('Calm.')
  await vi.runAllTimersAsync()
  expect([desk.card.closing, place.read()]).toEqual(['Calm.', undefined])
})
