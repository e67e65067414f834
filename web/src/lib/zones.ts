/** IANA time zones, as the browser knows them. */

import { locale } from './locale'

export function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

export function allZones(): string[] {
  return [...new Set(['UTC', browserZone(), ...Intl.supportedValuesOf('timeZone')])]
}

/** `America/Argentina/Buenos_Aires` → `Buenos Aires`. */
export function zoneCity(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

/** The zone's own name at that moment, in the reader's language: `Central European Standard Time`. */
export function zoneName(zone: string, at = new Date(), style: 'long' | 'shortOffset' = 'long'): string {
  const parts = new Intl.DateTimeFormat(locale(), { timeZone: zone, timeZoneName: style }).formatToParts(at)
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone
}
