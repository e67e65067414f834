import { useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { formatDate, formatList } from '@/lib/locale'
import { wallTimeOf } from '@/lib/walltime'
import { Chip } from '@/ui/Chip'
import { useListKeys } from '@/ui/useListKeys'

import type { InterviewCard } from '../interviews'
import { StateChip } from '../StateChip'
import type { Looked } from './useBoard'

type Props = { board: Looked; onOpen: (card: InterviewCard) => void }

/** The same board as a list, day by day: for narrow pages, where hours have no room beside each other. */
export function DayList({ board: { cards, zone, moving, clashing }, onOpen }: Props) {
  const { t } = useTranslation('board')
  const list = useRef<HTMLDivElement>(null)
  useListKeys(list)
  const ordered = [...cards].sort((one, other) => Date.parse(one.starts_at) - Date.parse(other.starts_at))
  const dayOf = (card: InterviewCard) => wallTimeOf(card.starts_at, zone).date
  const days = [...new Set(ordered.map(dayOf))]
  return (
    <div ref={list}>
      {days.map((date) => (
        <section key={date} className="mb-6">
          <h2 className="border-b border-line-2 pb-1 font-semibold">
            {formatDate(`${date}T12:00:00Z`, 'UTC', 'day')}
          </h2>
          <ul>
            {ordered
              .filter((card) => dayOf(card) === date)
              .map((card) => (
                <li key={card.id} data-list-item className="border-b border-line">
                  <button
                    type="button"
                    onClick={() => onOpen(card)}
                    className="grid w-full grid-cols-[--spacing(18)_minmax(0,1fr)] gap-x-2 rounded-mark py-3 text-start"
                  >
                    <span className="font-mono text-13 leading-6">
                      {formatDate(card.starts_at, zone, 'time')}
                    </span>
                    <span className="grid gap-1">
                      <span className="font-medium">{card.candidate.name}</span>
                      <span className="text-13 text-ink-2">
                        {formatList(card.interviewers.map(({ name }) => name))}
                      </span>
                      <span className="flex flex-wrap gap-1.5">
                        <StateChip interview={card} />
                        {clashing.has(card.id) && <Chip tone="notice">{t('clashes')}</Chip>}
                        {moving.moves.has(card.id) && <Chip tone="ok">{t('moved_not_saved')}</Chip>}
                      </span>
                    </span>
                  </button>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
