import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Invitation } from '@/features/scheduling/visit'
import { formatDate } from '@/lib/locale'
import type { LiveLink } from '@/live/contracts'
import { Notice } from '@/ui/Notice'

type Props = { interview: Invitation; link: LiveLink; someoneThere: boolean }

const LOOK_AGAIN_MS = 5000
const MINUTE_US = 60_000_000
/** Until then nobody is late: people come out of other talks. */
const GRACE_MINUTES = 5
/** Further away, a date says more than minutes. */
const FAR_MINUTES = 120

/** How long it is until the start, since when one waits, and what to do if nobody comes. */
export function LobbyClock({ interview, link, someoneThere }: Props) {
  const { t } = useTranslation('rooms')
  const [since] = useState(() => new Date())
  const minutes = useMinutesTo(interview.starts_at, link)
  const { starts_at, candidate_zone: zone, organisation } = interview
  const isLate = !someoneThere && minutes <= -GRACE_MINUTES
  return (
    <div className="mb-5">
      <p role="timer" className="text-20 font-semibold">
        {minutes > FAR_MINUTES
          ? t('starts_at', { time: formatDate(starts_at, zone, 'full') })
          : minutes > 0
            ? t('starts_in', { count: minutes, time: formatDate(starts_at, zone, 'time') })
            : t('starts_now', { time: formatDate(starts_at, zone, 'time') })}
      </p>
      <p className="text-15 text-ink-2">{t('waiting_since', { time: formatDate(since, zone, 'time') })}</p>
      <div role="status" className="mt-3">
        {isLate && (
          <Notice title={t('late', { count: -minutes })}>
            <p>{t('late_next', { organisation })}</p>
            <p className="text-ink-2">{t('late_safe')}</p>
          </Notice>
        )}
      </div>
    </div>
  )
}

/** Whole minutes to a moment by the server's clock; below zero once it is past. */
function useMinutesTo(at: string, link: LiveLink): number {
  const [nowUs, setNowUs] = useState(() => link.serverNow().us)
  useEffect(() => {
    const timer = setInterval(() => setNowUs(link.serverNow().us), LOOK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [link])
  return Math.ceil((Date.parse(at) * 1000 - nowUs) / MINUTE_US)
}
