import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { formatMinutes } from '@/lib/locale'
import { Ribbon } from '@/ui/Ribbon'

import type { InterviewCard } from './interviews'
import { useNow } from './useNow'

const MINUTE_US = 60_000_000

/** The planned time as a thin ribbon, with a line for now while people talk; then what it came to. */
export function SoFar({
  interview,
  ribbonOf,
}: {
  interview: InterviewCard
  ribbonOf: (room: string) => ReactNode
}) {
  const { t } = useTranslation('scheduling')
  const isLive = interview.state === 'live'
  const now = useNow(isLive)
  if (interview.state === 'cancelled') return null
  if (interview.state === 'ended') return interview.room_session_id && ribbonOf(interview.room_session_id)
  const startUs = Date.parse(interview.starts_at) * 1000
  const length = formatMinutes(interview.minutes)
  return (
    <Ribbon
      thin
      startUs={startUs}
      endUs={startUs + interview.minutes * MINUTE_US}
      {...(isLive && { nowUs: now * 1000 })}
      label={isLive ? t('so_far_live', { length }) : t('so_far_planned', { length })}
    />
  )
}
