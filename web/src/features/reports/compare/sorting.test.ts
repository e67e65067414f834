import { expect, test } from 'vitest'

import { pressed, sorted } from './sorting'

const rows = [{ score: 90 }, { score: null }, { score: 100 }, { score: 20 }]
const scores = (down: boolean) => sorted(rows, ({ score }) => score, down).map(({ score }) => score)

test('what is not known stays at the end, whichever way', () => {
  expect(scores(true)).toEqual([100, 90, 20, null])
  expect(scores(false)).toEqual([20, 90, 100, null])
})

test('what is the same keeps the order it came in', () => {
  const same = [{ name: 'b' }, { name: 'a' }]
  expect(sorted(same, () => 1, true)).toEqual(same)
})

test('names sort as people read them', () => {
  expect(sorted(['Zoë', 'åsa', 'Bo'], (name) => name, false)).toEqual(['åsa', 'Bo', 'Zoë'])
})

test('numbers begin with the largest, words with the first, and a second press turns it round', () => {
  const byPlace = { by: 'place', down: false }
  expect(pressed(byPlace, 'score', true)).toEqual({ by: 'score', down: true })
  expect(pressed(byPlace, 'name', false)).toEqual({ by: 'name', down: false })
  expect(pressed({ by: 'score', down: true }, 'score', true)).toEqual({ by: 'score', down: false })
})
