import { Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import { formatDate } from '@/lib/locale'
import { Button } from '@/ui/Button'
import { IconButton } from '@/ui/IconButton'
import { LeaveGuard } from '@/ui/LeaveGuard'

import type { InterviewCard } from '../interviews'
import { withMoves } from './board'
import { ClashLines } from './ClashLines'
import { useSaveMoves } from './useSaveMoves'
import type { Moving } from './useMoves'

type Props = { planned: readonly InterviewCard[]; zone: string; moving: Moving }

/** What was moved and is not saved: nothing is sent before, and it says how many letters go out then. */
export function MovesBar({ planned, zone, moving }: Props) {
  const { t } = useTranslation('board')
  const all = withMoves(planned, moving.moves)
  const moved = all.filter(({ id }) => moving.moves.has(id))
  const { save, busy, refusals } = useSaveMoves(planned, moving)
  if (moved.length === 0) return null
  const letters = moved.filter(({ invitation }) => invitation).length
  return (
    <section
      aria-label={t('not_saved')}
      className="sticky bottom-0 z-10 mt-4 grid gap-3 rounded-panel border border-line-2 bg-surface px-4 py-3 shadow-float"
    >
      <LeaveGuard
        when={moved.length > 0}
        title={t('leave_title')}
        text={t('leave_text')}
        leaveLabel={t('leave_drop')}
        stayLabel={t('leave_stay')}
      />
      <ul className="grid max-h-48 gap-2 overflow-y-auto">
        {moved.map((card) => (
          <li key={card.id} className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3">
            <div className="grid gap-1">
              <MoveSentence card={card} before={planned.find(({ id }) => id === card.id)} zone={zone} />
              <ClashLines card={card} cards={all} zone={zone} />
              {refusals.has(card.id) && (
                <p role="alert" className="text-13 text-grave">
                  {refusals.get(card.id)}
                </p>
              )}
            </div>
            <IconButton
              label={t('take_back', { name: card.candidate.name })}
              icon={<Undo2 />}
              onClick={() => moving.takeBack(card.id)}
            />
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-3">
        <p role="status" className="min-w-0 flex-1 basis-64 text-13">
          {t('nothing_sent')} {t('letters_then', { count: letters })}
        </p>
        <div className="flex flex-wrap gap-2">
          <Button tone="bare" onClick={moving.takeAllBack}>
            {t('take_all_back')}
          </Button>
          <Button tone="main" busy={busy} onClick={() => void save()}>
            {letters > 0 ? t('save_and_send', { count: letters }) : t('save')}
          </Button>
        </div>
      </div>
    </section>
  )
}

type SentenceProps = { card: InterviewCard; before: InterviewCard | undefined; zone: string }

function MoveSentence({ card, before, zone }: SentenceProps) {
  const { t } = useTranslation('board')
  const panel = ({ interviewers }: InterviewCard) => interviewers.map(({ name }) => name).join(', ')
  const isHanded = before && panel(before) !== panel(card)
  return (
    <p>
      <strong className="font-semibold">{card.candidate.name}</strong>{' '}
      {before && <s className="text-ink-2">{formatDate(before.starts_at, zone, 'moment')}</s>}{' '}
      {formatDate(card.starts_at, zone, 'moment')}
      {isHanded && <span className="text-ink-2"> {t('now_with', { panel: panel(card) })}</span>}
    </p>
  )
}
