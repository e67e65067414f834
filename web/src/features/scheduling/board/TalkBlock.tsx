import { TriangleAlert } from 'lucide-react'
import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'

import { classes } from '@/lib/classes'
import { formatDate, formatList } from '@/lib/locale'

import type { InterviewCard } from '../interviews'
import { useTalkSaid } from './useTalkSaid'

type Props = ComponentProps<'button'> & {
  card: InterviewCard
  zone: string
  /** Its move is not saved yet, or is being made. */
  moved: 'no' | 'put' | 'held'
  clashes: boolean
  /** Its own column says with whom. */
  namesPanel: boolean
}

/** One talk at its place: when, who, with whom. How it looks says how far it is, and so does its name. */
export function TalkBlock({ card, zone, moved, clashes, namesPanel, className, ...rest }: Props) {
  const { t } = useTranslation('board')
  const saidOf = useTalkSaid()
  const { candidate, interviewers, starts_at } = card
  return (
    <button
      type="button"
      {...rest}
      data-talk={card.id}
      className={classes(
        'overflow-hidden rounded-mark px-1.5 py-0.5 text-start text-12 leading-4 ring-inset',
        clashes ? 'bg-notice-soft ring-1 ring-notice-mark' : LOOKS[lookOf(card)],
        moved !== 'no' && 'z-1 outline-2 outline-offset-1 outline-accent outline-dashed',
        moved === 'held' && 'z-2 cursor-grabbing shadow-float',
        className,
      )}
    >
      <span className="flex items-center gap-1">
        {clashes && <TriangleAlert aria-hidden className="size-3 shrink-0 text-notice" />}
        <span dir="auto" className="truncate font-medium">
          {candidate.name}
        </span>
      </span>
      <span className="block truncate">
        <span className="font-mono">{formatDate(starts_at, zone, 'time')}</span>
        {moved !== 'no' && <span className="text-accent"> {t('moved')}</span>}
      </span>
      {namesPanel && (
        <span dir="auto" className="block truncate text-ink-2">
          {formatList(interviewers.map((one) => one.name))}
        </span>
      )}
      <span className="sr-only">{saidOf(card, zone, { clashes, isMoved: moved !== 'no', namesPanel })}</span>
    </button>
  )
}

const LOOKS = {
  over: 'bg-sunk text-ink-2 ring-1 ring-line',
  agreed: 'bg-accent-soft ring-1 ring-accent/40',
  live: 'bg-accent text-on-accent',
  ahead: 'bg-surface ring-1 ring-line-3',
  uninvited: 'border border-dashed border-line-3 bg-surface',
}

function lookOf({ state }: InterviewCard): keyof typeof LOOKS {
  if (state === 'ended') return 'over'
  if (state === 'live') return 'live'
  if (state === 'planned') return 'uninvited'
  return state === 'invited' ? 'ahead' : 'agreed'
}
