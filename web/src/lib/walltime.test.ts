import { expect, test } from 'vitest'

import { momentsOf, wallTimeOf } from './walltime'

const iso = (moments: Date[]) => moments.map((moment) => moment.toISOString())

test('an ordinary time is one moment', () => {
  expect(iso(momentsOf('2026-11-26', '14:30', 'Europe/Lisbon'))).toEqual(['2026-11-26T14:30:00.000Z'])
  expect(iso(momentsOf('2026-11-26', '14:30', 'Asia/Kathmandu'))).toEqual(['2026-11-26T08:45:00.000Z'])
})

test('a time that clocks jump over is no moment', () => {
  expect(momentsOf('2027-03-28', '02:30', 'Europe/Berlin')).toEqual([])
  expect(momentsOf('2026-10-04', '02:15', 'Australia/Lord_Howe')).toEqual([])
})

test('a time that clocks show twice is two moments, earliest first', () => {
  expect(iso(momentsOf('2027-10-31', '02:30', 'Europe/Berlin'))).toEqual([
    '2027-10-31T00:30:00.000Z',
    '2027-10-31T01:30:00.000Z',
  ])
})

test('what is not a date is no moment', () => {
  expect(momentsOf('2026-02-31', '10:00', 'UTC')).toEqual([])
  expect(momentsOf('', '10:00', 'UTC')).toEqual([])
})

test('a moment is read back as it was on the wall', () => {
  expect(wallTimeOf('2026-11-26T23:30:00Z', 'Asia/Tokyo')).toEqual({ date: '2026-11-27', time: '08:30' })
  expect(wallTimeOf('2026-07-01T03:00:00Z', 'America/St_Johns')).toEqual({
    date: '2026-07-01',
    time: '00:30',
  })
})
