/** From the clock on a wall to moments in time. Twice a year a wall clock shows an hour twice, or not at all. */

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** How far the zone's clocks are ahead of UTC at that moment. */
function offsetMs(at: number, zone: string): number {
  const shown = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at)
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(shown.find((one) => one.type === type)?.value)
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return wall - Math.floor(at / 1000) * 1000
}

/** Every moment at which clocks in `zone` show `date` (2026-11-26) and `time` (14:30), earliest first. */
export function momentsOf(date: string, time: string, zone: string): Date[] {
  const asIfUtc = Date.parse(`${date}T${time}:00Z`)
  if (Number.isNaN(asIfUtc) || !new Date(asIfUtc).toISOString().startsWith(date)) return []
  const offsets = new Set([offsetMs(asIfUtc - DAY_MS, zone), offsetMs(asIfUtc + DAY_MS, zone)])
  return [...offsets]
    .map((offset) => asIfUtc - offset)
    .filter((at) => at + offsetMs(at, zone) === asIfUtc)
    .sort((one, other) => one - other)
    .map((at) => new Date(at))
}

/** Date and time on the wall in `zone` at a moment, as date and time inputs want them. */
export function wallTimeOf(at: string | Date, zone: string): { date: string; time: string } {
  const ms = new Date(at).getTime()
  const [date = '', time = ''] = new Date(ms + offsetMs(ms, zone)).toISOString().split('T')
  return { date, time: time.slice(0, 5) }
}
