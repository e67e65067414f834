import { expect, test } from 'vitest'

import { dotsOf, inColumns } from './dots'

test('a dot is a person as long as they can be told apart', () => {
  expect(dotsOf({ pool_size: 40, size: 10, replaced: 2 })).toEqual({
    each: 1,
    all: 40,
    drawn: 10,
    left: 2,
    standBy: 28,
  })
})

test('of many, a dot stands for several, and nobody is drawn away', () => {
  const { each, drawn, standBy, left } = dotsOf({ pool_size: 200_000, size: 3, replaced: 1 })
  expect(each).toBe(2778)
  expect([drawn, left]).toEqual([1, 1])
  expect(standBy).toBe(71)
})

test('where everyone was drawn nobody stands by, and nobody could come instead', () => {
  expect(dotsOf({ pool_size: 5, size: 5, replaced: 0 })).toMatchObject({ drawn: 5, standBy: 0, left: 0 })
})

test('columns fill from the start', () => {
  expect(inColumns(3, 2, { x: 10, y: 50 }, 8, true)).toEqual([
    { x: 10, y: 50 },
    { x: 10, y: 42 },
    { x: 18, y: 50 },
  ])
})
