import { expect, test } from 'vitest'

import { sheets } from './sheets'

const parts = Object.keys(import.meta.glob(['../ui/*.tsx', '../ui/layouts/*.tsx', '!../ui/**/*.test.tsx']))
  .map(nameOf)
  .sort()
const files = Object.keys(import.meta.glob('./sheets/*.tsx')).map(nameOf)
/** They watch, and show nothing of their own. */
const WITHOUT_A_FACE = ['LeaveGuard']

function nameOf(path: string): string {
  return path.split('/').at(-1)?.replace('.tsx', '') ?? ''
}

test('every part has its sheet, and no sheet is of a part that is gone', () => {
  expect(files).toEqual(parts.filter((part) => !WITHOUT_A_FACE.includes(part)))
})

test('a sheet is called as its part', () => {
  expect(sheets.map(({ part }) => part)).toEqual(files)
})

test('no two states of a part are called the same', () => {
  for (const { part, states } of sheets) {
    const names = states.map(({ name }) => name)
    expect(new Set(names).size, part).toBe(names.length)
  }
})
