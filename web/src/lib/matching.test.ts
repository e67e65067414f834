import { expect, test } from 'vitest'

import { matches, rank } from './matching'

test('case, accents and the order of words do not matter', () => {
  expect(matches('Åsa Lindström', 'lind ASA')).toBe(true)
  expect(matches('America/Sao_Paulo', 'são')).toBe(true)
  expect(matches('Europe/Berlin', 'paris')).toBe(false)
})

test.each([
  ['new interview', 0],
  ['newi', 0],
  ['ni', 1],
  ['interv', 2],
  ['nv', undefined],
  ['interview new', undefined],
])('“%s” is ranked by the beginnings of words', (typed, expected) => {
  expect(rank('New interview', typed)).toBe(expected)
})

test('words between may be left out, and nothing typed suits everything', () => {
  expect(rank('Import into a pool', 'ipo')).toBe(1)
  expect(rank('Import into a pool', '')).toBe(0)
})
