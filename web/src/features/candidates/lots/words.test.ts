import i18n from 'i18next'
import { expect, test } from 'vitest'

import { startLanguage } from '@/app/i18n'

import type { Lot } from './queries'
import { readOrder, readStrategy, storyOf } from './words'

const LOT: Lot = {
  id: 'lot-1',
  number: 1,
  name: 'Spring · 1',
  pool: { id: 'spring', name: 'Spring' },
  way: 'lot',
  strategy: 'random',
  size: 3,
  pool_size: 10,
  pool_hash: 'abc',
  created_at: '2026-11-21T12:00:00Z',
  created_by: 'Ada',
  rule: { search: '', column: '', value: '', order: 'name' },
  seed: '00ff',
  seed_origin: 'made',
  of_pool: 1,
  replaced: 0,
  waiting: 7,
  unlisted: 0,
}

async function told(part: Partial<Lot>): Promise<string[]> {
  await startLanguage('en')
  return storyOf({ ...LOT, ...part }, 'UTC', i18n.getFixedT('en', 'lots'))
}

test('a draw is told with its chances and where its seed came from', async () => {
  const [first, ...rest] = await told({ seed_origin: 'given' })
  expect(first).toMatch(/^Ada drew 3 of 10 people by lot on Saturday/)
  expect(rest).toEqual(['Everyone had the same chance.', 'Ada gave the seed.'])
})

test('a column that counted and a filter are named', async () => {
  const rule = { search: 'lind', column: 'Region', value: 'North', order: 'name' }
  expect(await told({ strategy: 'ranked:Mark: total', rule })).toContain(
    'Those with the highest Mark: total came first; chance decided only between equals.',
  )
  expect(await told({ rule })).toContain('Limited to those with “North” in Region.')
  expect(await told({ rule })).toContain('Limited to those whom the search “lind” finds.')
})

test('without chance nothing is said of it', async () => {
  const order = '-value:Mark'
  const [taken, ...rest] = await told({ way: 'order', rule: { ...LOT.rule, order } })
  expect(taken).toMatch(/^Ada took the first 3 of 10 people on .*, by Mark, highest first\.$/)
  expect(rest).toEqual([])
  expect(await told({ way: 'hand' })).toHaveLength(1)
})

test('names of columns may hold what divides', () => {
  expect(readStrategy('stratified:a:b')).toEqual({ kind: 'stratified', field: 'a:b' })
  expect(readOrder('-value:-x')).toEqual({ by: 'value', column: '-x', backwards: true })
})
