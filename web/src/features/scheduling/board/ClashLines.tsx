import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import { formatDate } from '@/lib/locale'
import { zoneCity } from '@/lib/zones'

import type { InterviewCard } from '../interviews'
import { clashesOf, isAtNight } from './board'

type Props = { card: InterviewCard; cards: readonly InterviewCard[]; zone: string }

/** What speaks against a time, before it is taken: whom it takes twice, and whose night it is. */
export function ClashLines({ card, cards, zone }: Props) {
  const { t } = useTranslation('board')
  const clashes = clashesOf(card, cards).map(({ role, name, other }) =>
    t(`busy_${role}`, {
      name,
      other: other.candidate.name,
      time: formatDate(other.starts_at, zone, 'time'),
    }),
  )
  const { candidate, starts_at } = card
  const night = t('at_night', {
    name: candidate.name,
    time: formatDate(starts_at, candidate.zone, 'time'),
    place: zoneCity(candidate.zone),
  })
  const lines = isAtNight(card) ? [...clashes, night] : clashes
  if (lines.length === 0) return null
  return (
    <ul className="grid gap-1">
      {lines.map((line) => (
        <li key={line} className="flex gap-2 text-13 text-notice">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {line}
        </li>
      ))}
    </ul>
  )
}
