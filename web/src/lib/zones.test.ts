import { expect, test } from 'vitest'

import { allZones, zoneCity } from './zones'

test('places have their present names, and each is a zone that browsers take', () => {
  const zones = allZones()
  expect(zones).toContain('Asia/Kolkata')
  expect(zones).not.toContain('Asia/Calcutta')
  for (const timeZone of zones) expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow()
})

test('the city of a zone is what people say', () => {
  expect(zoneCity('America/Argentina/Buenos_Aires')).toBe('Buenos Aires')
})
