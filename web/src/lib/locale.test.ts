import { expect, test } from 'vitest'

import { formatClock, locale } from './locale'
import { matches } from './matching'

test('the region of a person is kept where they speak the page’s language', () => {
  expect(locale('en', ['de-AT', 'en-NZ'])).toBe('en-NZ-u-ca-gregory-nu-latn')
  expect(locale('en', ['de-AT'])).toBe('en-u-ca-gregory-nu-latn')
})

test('figures and calendars are the same in every region', () => {
  const at = new Date('2026-11-26T13:30:00Z')
  for (const region of ['ar-EG', 'ar-SA', 'fa-IR']) {
    const date = new Intl.DateTimeFormat(locale('ar', [region]), { dateStyle: 'long', timeZone: 'UTC' })
    expect(date.format(at)).toMatch(/26.*2026/)
  }
})

test.each([
  [0, '0:00'],
  [243.9, '4:03'],
  [3729, '1:02:09'],
])('%s seconds are shown as %s', (seconds, shown) => {
  expect(formatClock(seconds)).toBe(shown)
})

test('search minds neither case nor accents nor order', () => {
  expect(matches('America/Argentina/Buenos_Aires', 'aires bue')).toBe(true)
  expect(matches('Zoë Åström', 'astrom zoe')).toBe(true)
  expect(matches('Europe/Berlin', 'bern')).toBe(false)
})
