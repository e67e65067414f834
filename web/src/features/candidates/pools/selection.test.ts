import { expect, test } from 'vitest'

import { choose, howMany, isChosen, NOBODY, type Selection, stretch } from './selection'

const PAGE = ['a', 'b', 'c', 'd']
const ALL: Selection = { mode: 'all', filter: { search: 'x', column: '', value: '', order: 'name' } }

test('some are chosen and taken out again, each once', () => {
  const two = choose(choose(NOBODY, ['a'], true, PAGE), ['a', 'c'], true, PAGE)
  expect(two).toEqual({ mode: 'some', ids: ['a', 'c'] })
  expect(choose(two, ['a'], false, PAGE)).toEqual({ mode: 'some', ids: ['c'] })
})

test('a choice goes on over pages', () => {
  const first = choose(NOBODY, ['a'], true, PAGE)
  expect(howMany(choose(first, ['z'], true, ['z']), 100)).toBe(2)
})

test('all means everyone that matches, and taking one out keeps the others of the page', () => {
  expect([isChosen(ALL, 'anyone'), howMany(ALL, 240)]).toEqual([true, 240])
  expect(choose(ALL, ['b'], false, PAGE)).toEqual({ mode: 'some', ids: ['a', 'c', 'd'] })
})

test('a stretch goes in both directions', () => {
  expect(stretch(PAGE, 1, 3)).toEqual(['b', 'c', 'd'])
  expect(stretch(PAGE, 3, 1)).toEqual(['b', 'c', 'd'])
})
