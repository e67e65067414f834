import { formatNumber, formatSpan } from '@/lib/locale'

/** From one moment to another, by the server's clock. */
export const spanWords = (from: string, to: string): string =>
  formatSpan((Date.parse(to) - Date.parse(from)) / 1000)

/** A wait: `0.3 s`, `12 s`, `4 min`. */
export function waitWords(milliseconds: number): string {
  if (milliseconds >= 10_000) return formatSpan(milliseconds / 1000)
  const seconds = { style: 'unit', unit: 'second', unitDisplay: 'short', maximumFractionDigits: 1 } as const
  return formatNumber(milliseconds / 1000, seconds)
}
