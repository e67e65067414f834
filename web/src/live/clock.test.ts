import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Clock } from './clock'

beforeEach(() => void vi.useFakeTimers({ now: 1_800_000_000_000 }))
afterEach(() => void vi.useRealTimers())

/** One exchange with a server whose clock is `aheadMs` ahead of this computer's. */
function exchange(clock: Clock, aheadMs: number, upMs: number, downMs: number): void {
  const { t0_us } = clock.ping()
  vi.advanceTimersByTime(upMs)
  const server = (Date.now() + aheadMs) * 1_000
  vi.advanceTimersByTime(downMs)
  clock.pong({ type: 'clock.pong_state', t0_us, t1_us: server, t2_us: server })
}

test('a symmetric exchange finds the server time exactly', () => {
  const clock = new Clock()
  exchange(clock, 5_000, 40, 40)
  expect(clock.originUs + clock.nowUs()).toBe((Date.now() + 5_000) * 1_000)
  expect(clock.uncertaintyUs).toBe(40_000)
})

test('the shortest round trip wins over later, slower ones', () => {
  const clock = new Clock()
  exchange(clock, 5_000, 10, 10)
  exchange(clock, 5_000, 900, 10)
  expect(clock.originUs + clock.nowUs()).toBe((Date.now() + 5_000) * 1_000)
  expect(clock.uncertaintyUs).toBe(10_000)
})

test('before any exchange the computer itself is believed, within an hour', () => {
  const clock = new Clock()
  expect(clock.originUs + clock.nowUs()).toBe(Date.now() * 1_000)
  expect(clock.uncertaintyUs).toBe(3_600_000_000)
})

test('each ping carries the exchange before it', () => {
  const clock = new Clock()
  expect(clock.ping().previous).toBeNull()
  exchange(clock, 0, 10, 30)
  const previous = clock.ping().previous
  expect(previous && previous.t3_us - previous.t0_us).toBe(40_000)
})

test('an answer to a question from before a sleep says nothing of the time after it', () => {
  const clock = new Clock()
  const { t0_us } = clock.ping()
  const server = Date.now() * 1_000
  vi.setSystemTime(Date.now() + 3_600_000)
  expect(clock.pong({ type: 'clock.pong_state', t0_us, t1_us: server, t2_us: server })).toBe(false)
  expect(clock.isMeasured).toBe(false)
})

test('a computer clock that is set while the page runs begins an epoch and moves no time', () => {
  const clock = new Clock()
  exchange(clock, 0, 10, 10)
  const server = clock.originUs + clock.nowUs()
  vi.setSystemTime(Date.now() - 300_000)
  expect(clock.isMeasured).toBe(false)
  exchange(clock, 300_000, 10, 10)
  expect(clock.originUs + clock.nowUs()).toBe(server + 20_000)
})

test('sleep begins a new epoch that knows nothing of the old one', () => {
  const clock = new Clock()
  exchange(clock, 5_000, 10, 10)
  const before = clock.epoch
  vi.advanceTimersByTime(60_000)
  expect(clock.epoch).toBe(before)
  vi.setSystemTime(Date.now() + 3_600_000)
  expect(clock.epoch).not.toBe(before)
  expect(clock.ping().previous).toBeNull()
  expect(clock.uncertaintyUs).toBe(3_600_000_000)
})
