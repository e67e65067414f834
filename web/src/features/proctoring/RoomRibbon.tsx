import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { LiveLink } from '@/live/contracts'
import { formatClock } from '@/lib/locale'
import { type Moment, Ribbon } from '@/ui/Ribbon'

import { type Incident, incidentTime, incidentTitle, isGap, type Rules, toneOf } from './words'

type Props = { incidents: readonly Incident[]; rules: Rules; startedUs: number | null; link: LiveLink }

const SHORTEST_US = 5 * 60e6

/** The interview so far, growing to the right. */
export function RoomRibbon({ incidents, rules, startedUs, link }: Props) {
  const { t } = useTranslation('proctoring')
  const now = useNow(link)
  if (startedUs === null) return null
  const gaps = incidents.filter(isGap)
  const seen = incidents.filter((incident) => !isGap(incident))
  const moments: Moment[] = seen.map((incident) => ({
    id: incident.id,
    ...spanOf(incident),
    tone: toneOf(incident, rules),
    label: `${incidentTime(incident, startedUs)} ${incidentTitle(incident, t)}`,
    dismissed: incident.review === 'dismissed',
  }))
  return (
    <section>
      <Ribbon
        startUs={startedUs}
        endUs={startedUs + Math.max(SHORTEST_US, (now - startedUs) * 1.05)}
        nowUs={now}
        moments={moments}
        gaps={gaps.map(spanOf)}
        label={t('ribbon', { count: moments.length })}
      />
      <div className="mt-1 flex justify-between text-13 text-ink-3">
        <span>0:00</span>
        <span>{formatClock((now - startedUs) / 1e6)}</span>
      </div>
    </section>
  )
}

const spanOf = (incident: Incident) => ({
  startUs: incident.started_us,
  endUs: incident.ended_us ?? incident.seen_until_us,
})

function useNow(link: LiveLink): number {
  const [now, setNow] = useState(() => link.serverNow().us)
  useEffect(() => {
    const timer = setInterval(() => setNow(link.serverNow().us), 1000)
    return () => clearInterval(timer)
  }, [link])
  return now
}
