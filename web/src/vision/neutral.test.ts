import { describe, expect, test, vi } from 'vitest'

import { NotStill, type Reading } from './contracts'
import { measureStill } from './neutral'
import { CENTRE, makeEmptyReading, makeReading } from './testing'

/** Measures over 3 s of readings, ten a second. */
async function measure(make: (atMs: number) => Reading) {
  let say: (reading: Reading) => void = () => undefined
  const shares: number[] = []
  const listen = (listener: typeof say) => {
    say = listener
    return () => (say = () => undefined)
  }
  const result = measureStill(listen, 3000, (share) => shares.push(share)).catch(
    (problem: unknown) => problem,
  )
  for (let atMs = 0; atMs <= 3500; atMs += 100) say(make(atMs))
  return { result: await result, shares }
}

describe('the neutral', () => {
  test('is the median of a person who holds still; a blink does not spoil it', async () => {
    const { result, shares } = await measure((atMs) =>
      atMs === 1500
        ? makeReading(atMs, { eyesOpen: 0.1, irisY: 0.2 })
        : makeReading(atMs, { irisX: CENTRE.irisX + ((atMs / 100) % 3) * 0.003 - 0.003 }),
    )
    expect(result).toMatchObject({ ...CENTRE, eyesOpen: 0.28, readings: 30 })
    expect((result as { spread: number }).spread).toBeCloseTo(0.0044, 3)
    expect(shares.at(-1)).toBe(1)
    expect(shares[15]).toBeCloseTo(0.5)
  })

  test.each([
    ['no_face', makeEmptyReading],
    ['several_faces', (atMs: number) => makeReading(atMs, {}, { faces: 2 })],
    ['too_dark', (atMs: number) => makeReading(atMs, {}, { light: 20 })],
    ['too_far', (atMs: number) => makeReading(atMs, { box: { x: 0, y: 0, width: 50, height: 60 } })],
    ['looking_aside', (atMs: number) => makeReading(atMs, { irisX: 0.66 })],
    ['moving', (atMs: number) => makeReading(atMs, { yaw: atMs / 100 })],
    ['moving', (atMs: number) => makeReading(atMs, { irisX: atMs % 1000 < 500 ? 0.5 : 0.6 })],
  ])('is refused with the advice %s', async (advice, make) => {
    const { result, shares } = await measure(make)
    expect(result).toBeInstanceOf(NotStill)
    expect((result as NotStill).advice).toBe(advice)
    expect(shares.length).toBeLessThan(31)
  })

  test('is given up when no readings come', async () => {
    vi.useFakeTimers()
    const result = measureStill(
      () => () => undefined,
      3000,
      () => undefined,
    ).catch((problem: unknown) => problem)
    vi.advanceTimersByTime(6000)
    vi.useRealTimers()
    expect(await result).toMatchObject({ advice: 'no_face' })
  })
})
