import { expect, test } from 'vitest'

import type { Preview } from '../queries'
import {
  type Draft,
  firstDraft,
  isShortSeed,
  makeSeed,
  requestOf,
  shareOf,
  sizeOf,
  troubleOf,
  wishOf,
} from './draft'

const PREVIEW: Preview = { members: 10, pool_hash: 'abc', lots: 1, groups: [], group_count: 0 }
const NORTH = { search: '', column: 'Region', value: 'North' }
const draft = (part: Partial<Draft>): Draft => ({ ...firstDraft('name', []), size: '3', ...part })

test('the page before says how to begin', () => {
  expect(firstDraft('name', []).way).toBe('lot')
  expect(firstDraft('-value:Mark', []).way).toBe('order')
  expect(firstDraft('name', ['cai']).way).toBe('hand')
})

test('what is missing or cannot be is found before anything is asked', () => {
  expect(troubleOf(draft({}), PREVIEW)).toBeUndefined()
  expect(troubleOf(draft({ size: '10' }), PREVIEW)).toBeUndefined()
  expect(troubleOf(draft({ size: '11' }), PREVIEW)).toBe('size_too_large')
  for (const size of ['', '0', '-1', '2.5', 'ten']) {
    expect(troubleOf(draft({ size }), PREVIEW)).toBe('size_missing')
  }
  expect(troubleOf(draft({ kind: 'ranked' }), PREVIEW)).toBe('field_missing')
  for (const seed of ['abc', 'xyz', '0x00', 'ab'.repeat(65)]) {
    expect(troubleOf(draft({ seed }), PREVIEW)).toBe('seed_wrong')
  }
  expect(troubleOf(draft({ way: 'hand' }), PREVIEW)).toBe('nobody_chosen')
})

test('nothing is looked at while the column is open', () => {
  expect(wishOf('spring', NORTH, draft({ kind: 'stratified' }))).toBeUndefined()
  expect(wishOf('spring', NORTH, draft({ kind: 'stratified', field: 'Region' }))?.strategy).toBe(
    'stratified:Region',
  )
})

test('a column that is not used does not count', () => {
  const ordered = draft({ way: 'order', kind: 'ranked', field: 'Mark', seed: 'ab' })
  const wish = wishOf('spring', NORTH, ordered)
  expect(wish?.strategy).toBe('random')
  expect(wish && requestOf(wish, ordered, PREVIEW).seed).toBe('')
})

test('by hand the filter of the page before limits nobody', () => {
  const chosen = draft({ way: 'hand', chosen: ['bo', 'cai'] })
  expect(wishOf('spring', NORTH, chosen)).toMatchObject({ search: '', column: '', value: '' })
  expect(sizeOf(chosen)).toBe(2)
})

test('a seed is long, and each is another', () => {
  expect(makeSeed()).toMatch(/^[0-9a-f]{64}$/)
  expect(makeSeed()).not.toBe(makeSeed())
  expect(isShortSeed('ab12')).toBe(true)
  expect(isShortSeed(makeSeed())).toBe(false)
})

test('a share is whole, or one of two neighbours', () => {
  expect(shareOf(5, 10, 4)).toEqual([2, 2])
  expect(shareOf(26, 40, 8)).toEqual([5, 6])
  expect(shareOf(1, 40, 8)).toEqual([0, 1])
})
