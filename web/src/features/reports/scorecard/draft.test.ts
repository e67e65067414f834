import { expect, test } from 'vitest'

import { type Draft, isComplete, merge, type Rubric } from './draft'

const BASE: Draft = {
  ratings: { testing: 2 },
  notes: [{ key: 'n', competency: 'testing', at_ms: 1000, text: 'Asked.' }],
  recommendation: null,
  closing: 'So far.',
}
const with_ = (part: Partial<Draft>): Draft => ({ ...BASE, ...part })
const note = (key: string, text: string) => ({ key, competency: 'testing', at_ms: null, text })

test('what only one tab changed is taken from it', () => {
  const mine = with_({ ratings: { testing: 3 } })
  const theirs = with_({ recommendation: 'yes', ratings: { testing: 2, explanations: null } })
  expect(merge(BASE, mine, theirs)).toEqual(
    with_({ recommendation: 'yes', ratings: { testing: 3, explanations: null } }),
  )
})

test('of words that both wrote, nothing is dropped', () => {
  const merged = merge(BASE, with_({ closing: 'Mine.' }), with_({ closing: 'Theirs.' }))
  expect(merged.closing).toContain('Mine.')
  expect(merged.closing).toContain('Theirs.')
})

test('notes of both tabs stay, and one that either took out is gone', () => {
  const mine = with_({ notes: [...BASE.notes, note('a', 'A')] })
  const theirs = with_({ notes: [note('b', 'B')] })
  expect(merge(BASE, mine, theirs).notes.map(({ key }) => key)).toEqual(['b', 'a'])
})

test('a note that one tab took out while the other went on writing stays', () => {
  const mine = with_({ notes: [{ ...note('n', 'Asked twice.'), at_ms: 1000 }] })
  expect(merge(BASE, mine, with_({ notes: [] })).notes.map(({ text }) => text)).toEqual(['Asked twice.'])
})

test('a rating that was taken back stays taken back', () => {
  expect(merge(BASE, with_({ ratings: {} }), BASE).ratings).toEqual({})
})

test('a card is complete when everything is answered, not seen included', () => {
  const rubric = { competencies: [{ key: 'testing' }, { key: 'explanations' }] } as unknown as Rubric
  expect(isComplete(with_({ recommendation: 'no' }), rubric)).toBe(false)
  const answered = with_({ recommendation: 'no', ratings: { testing: 2, explanations: null } })
  expect(isComplete(answered, rubric)).toBe(true)
  expect(isComplete({ ...answered, recommendation: null }, rubric)).toBe(false)
})
