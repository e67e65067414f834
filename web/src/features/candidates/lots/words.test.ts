import { expect, test } from 'vitest'

import { readOrder, readStrategy } from './words'

test('names of columns may hold what divides', () => {
  expect(readStrategy('stratified:a:b')).toEqual({ kind: 'stratified', field: 'a:b' })
  expect(readOrder('-value:-x')).toEqual({ by: 'value', column: '-x', backwards: true })
})
