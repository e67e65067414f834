import { useTranslation } from 'react-i18next'

import { formatDate } from '@/lib/locale'
import { zoneCity } from '@/lib/zones'

type Problem = { code: string; params: Record<string, string | number> }

/** What is wrong with a plan, in the catalogue's words, with day and place as people say them. */
export function useClashSentence(): (problem: Problem) => string {
  const { t } = useTranslation('errors')
  return ({ code, params: { date, zone, ...params } }) =>
    t([code, 'unexpected'], {
      ...params,
      date: typeof date === 'string' ? dayOf(date) : date,
      zone: typeof zone === 'string' ? zoneCity(zone) : zone,
    })
}

/** A day of the calendar is the same everywhere, so any zone shows it right if the hour is far from its ends. */
function dayOf(date: string): string {
  const noon = new Date(`${date}T12:00:00Z`)
  return Number.isNaN(noon.getTime()) ? date : formatDate(noon, 'UTC', 'date')
}
