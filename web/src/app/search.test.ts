import { expect, test } from 'vitest'

import { interviewsSearch, listSearch, signInSearch } from './search'

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
