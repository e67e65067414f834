import { expect, test } from 'vitest'
import { type Condition, Ladder } from './ladder'

/** The remedies of a trouble that begins at 0, looked at every half second, as [time, remedy]. */
function remedies(
  untilMs: number,
  condition: (now: number) => Partial<Condition>,
  margin = 0,
): [number, string][] {
  const ladder = new Ladder(margin)
  const taken: [number, string][] = []
  for (let now = 0; now <= untilMs; now += 500) {
    const remedy = ladder.step(now, {
      troubleSince: 0,
      wasConnected: true,
      canSignal: true,
      ...condition(now),
    })
    if (remedy) taken.push([now, remedy])
  }
  return taken
}

test('first new paths, then a new connection', () => {
  expect(remedies(8_000, () => ({}))).toEqual([
    [2_500, 'restart'],
    [8_000, 'rebuild'],
  ])
})

test('the polite side acts a little later', () => {
  expect(remedies(9_000, () => ({}), 500).map(([at]) => at)).toEqual([3_000, 9_000])
})

test('a connection that never was is only built anew, ever more patiently', () => {
  expect(remedies(80_000, () => ({ wasConnected: false })).map(([at]) => at)).toEqual([8_000, 24_000, 54_000])
})

test('without signalling it waits, and begins with the milder remedy when it is back', () => {
  expect(remedies(27_000, (now) => ({ canSignal: now >= 20_000 }))).toEqual([
    [20_000, 'restart'],
    [25_500, 'rebuild'],
  ])
})

test('what mended itself is left alone', () => {
  expect(remedies(60_000, (now) => (now > 2_000 ? { troubleSince: undefined } : {}))).toEqual([])
})
