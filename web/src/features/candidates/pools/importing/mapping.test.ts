import { expect, test } from 'vitest'

import { mappingOf, nameProblems } from './mapping'
import type { Column, Role } from './queries'

const column = (title: string, role: Role = 'extra', name = title): Column => ({
  title,
  name,
  role,
  samples: [],
})
const COLUMNS = [column('E-mail', 'email'), column('Pts.'), column('Ward')]

function problems(...names: (string | null)[]) {
  const { roles } = mappingOf(COLUMNS)
  return nameProblems(COLUMNS, { roles, names }).map((problem) => problem?.code)
}

test('a name that was said before stays said', () => {
  expect(mappingOf([column('Pts.', 'extra', 'Mark'), column('Ward')]).names).toEqual(['Mark', null])
})

test('what the pool calls a column is neither nothing nor the name of another', () => {
  expect(problems(null, null, null)).toEqual([undefined, undefined, undefined])
  expect(problems(null, ' ', null)).toEqual([undefined, 'column_nameless', undefined])
  expect(problems(null, ' Ward', null)).toEqual([undefined, undefined, 'column_name_twice'])
})

test('only columns of the pool need a name', () => {
  expect(problems('Ward', null, null)).toEqual([undefined, undefined, undefined])
  expect(problems('', null, null)).toEqual([undefined, undefined, undefined])
})
