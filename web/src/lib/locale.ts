/** Dates, numbers and lists by Intl, in the page's language and the person's own region. */

/** `en-GB` for a British browser on the English page; the page's language itself when the browser speaks another. With
 *  the figures and the calendar of clocks, codes and inputs in every region, so that a page counts in one way. */
export function locale(
  language: string = document.documentElement.lang || 'en',
  wishes: readonly string[] = navigator.languages,
): string {
  const spoken =
    wishes.find((wish) => wish.toLowerCase().split('-')[0] === language.split('-')[0]) ?? language
  return new Intl.Locale(spoken, { numberingSystem: 'latn', calendar: 'gregory' }).toString()
}

const STYLES = {
  hour: { hour: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit' },
  second: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
  weekday: { weekday: 'short', day: 'numeric' },
  /** The year is for those that are far away. */
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  date: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  moment: { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  full: {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  },
} satisfies Record<string, Intl.DateTimeFormatOptions>

export type DateStyle = keyof typeof STYLES

export function formatDate(at: string | Date, zone: string, style: DateStyle): string {
  return new Intl.DateTimeFormat(locale(), { ...STYLES[style], timeZone: zone }).format(new Date(at))
}

export function formatNumber(value: number, options?: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(locale(), options).format(value)
}

export function formatList(items: readonly string[]): string {
  return new Intl.ListFormat(locale(), { type: 'conjunction' }).format(items)
}

export function formatMinutes(minutes: number): string {
  return formatNumber(minutes, { style: 'unit', unit: 'minute', unitDisplay: 'long' })
}

/** How long something takes or took, roughly: 12 s, 4 min. */
export function formatSpan(seconds: number): string {
  const [value, unit] = seconds < 100 ? [seconds, 'second'] : [seconds / 60, 'minute']
  return formatNumber(Math.max(0, Math.round(value)), { style: 'unit', unit, unitDisplay: 'short' })
}

/** Time within an interview as people read a stopwatch: 4:03, 1:02:09. */
export function formatClock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const shown = parts[0] ? parts : parts.slice(1)
  return shown.map((part, index) => (index ? String(part).padStart(2, '0') : String(part))).join(':')
}
