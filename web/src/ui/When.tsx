import { type DateStyle, formatDate } from '@/lib/locale'
import { zoneCity } from '@/lib/zones'

type Props = {
  at: string
  zone: string
  style?: DateStyle
  /** Says which place's clock this is. */
  named?: boolean
}

/** A moment as the clocks of one zone show it. */
export function When({ at, zone, style = 'moment', named }: Props) {
  return (
    <time dateTime={at}>
      {formatDate(at, zone, style)}
      {named && <span className="text-ink-2"> {zoneCity(zone)}</span>}
    </time>
  )
}
