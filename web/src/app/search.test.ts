import { expect, test } from 'vitest'

import { boardSearch, interviewsSearch, listSearch, signInSearch } from './search'

test('after signing in people come back to where they were', () => {
  expect(signInSearch({ next: '/interviews/1?page=2' })).toEqual({ next: '/interviews/1?page=2' })
})

test.each(['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', 'today', 7])(
  'signing in never leads elsewhere: %s',
  (next) => {
    expect(signInSearch({ next })).toEqual({})
  },
)

test('which interviews are meant stays in the address', () => {
  expect(interviewsSearch({ when: 'past', lot: 'spring', page: 2 })).toEqual({
    when: 'past',
    lot: 'spring',
    page: 2,
  })
  expect(interviewsSearch({ when: 'soon', lot: '' })).toEqual({})
})

test('a search that is a number stays what was typed, and odd pages are left out', () => {
  expect(listSearch({ search: 42, page: -3 })).toEqual({ search: '42' })
})

test('a board keeps its view in the address, as far as there is such a view', () => {
  expect(boardSearch({ day: '2026-11-24', by: 'people', only: 'clashing', zone: 'Europe/Berlin' })).toEqual({
    day: '2026-11-24',
    by: 'people',
    only: 'clashing',
    zone: 'Europe/Berlin',
  })
  expect(boardSearch({ day: '2026-11-99', by: 'hour', only: 'red' })).toEqual({})
})
