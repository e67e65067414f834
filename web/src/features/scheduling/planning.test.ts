import { expect, test } from 'vitest'

import { readWallTime } from './planning'

const NOW = new Date('2026-11-21T09:00:00Z')
const berlin = (date: string, time: string, fold: 0 | 1 | null = null) =>
  readWallTime({ date, time, zone: 'Europe/Berlin', fold }, NOW)

test('nothing is said before date and time are there', () => {
  expect(berlin('2026-11-26', '')).toEqual({ kind: 'incomplete' })
})

test('a time to come is fine', () => {
  expect(berlin('2026-11-26', '14:30')).toEqual({
    kind: 'fine',
    at: new Date('2026-11-26T13:30:00Z'),
    otherOf: null,
  })
})

test('a time that has passed is said to have', () => {
  expect(berlin('2026-11-21', '09:55')).toMatchObject({ kind: 'past' })
})

test('a skipped time comes with the nearest that exist', () => {
  expect(berlin('2027-03-28', '02:30')).toEqual({ kind: 'skipped', before: '01:55', after: '03:00' })
})

test('a time shown twice is settled by saying which', () => {
  const [first, second] = [new Date('2027-10-31T00:30:00Z'), new Date('2027-10-31T01:30:00Z')]
  expect(berlin('2027-10-31', '02:30')).toEqual({ kind: 'twice', moments: [first, second] })
  expect(berlin('2027-10-31', '02:30', 0)).toMatchObject({ kind: 'fine', at: first })
  expect(berlin('2027-10-31', '02:30', 1)).toMatchObject({ kind: 'fine', at: second })
})
