import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMay, useMe } from '@/features/accounts/queries'
import { formatDate } from '@/lib/locale'
import { wallTimeOf } from '@/lib/walltime'
import { allZones } from '@/lib/zones'
import { Answer } from '@/ui/Answer'
import { Empty } from '@/ui/Empty'
import { PageHeader } from '@/ui/PageHeader'
import { useSingleKeys } from '@/ui/shortcuts'
import { usePageTitle } from '@/ui/usePageTitle'
import { useWide } from '@/ui/useWide'

import type { InterviewCard } from '../interviews'
import { PlanLink } from '../PlanLink'
import { addDays, mondayOf } from './board'
import { BoardGrid } from './BoardGrid'
import { BoardToolbar } from './BoardToolbar'
import { DayList } from './DayList'
import { MovesBar } from './MovesBar'
import { TalkDialog } from './TalkDialog'
import { lookAt, useBoard, type View } from './useBoard'
import { type Moving, useMoves } from './useMoves'

/** The interviews of a week or a day at their places, where they can be moved. */
export function BoardPage() {
  const { t } = useTranslation('board')
  const [view, setView] = useView()
  const found = useBoard(view)
  const moving = useMoves()
  usePageTitle(t('title'))
  return (
    <>
      <PageHeader title={t('title')} lead={<Span view={view} />} action={<PlanLink />} />
      <BoardToolbar view={view} planned={found.data ?? []} onView={setView} />
      <Answer query={found}>{(planned) => <Board planned={planned} view={view} moving={moving} />}</Answer>
    </>
  )
}

/** The view is in the address, so that it can be kept and sent. */
function useView(): [View, (change: Partial<View>) => void] {
  const { zone: ownZone } = useMe()
  const search = useSearch({ from: '/staff/desk/interviews/board' })
  const navigate = useNavigate()
  const view: View = {
    day: search.day ?? wallTimeOf(new Date(), ownZone).date,
    by: search.by ?? 'week',
    who: search.who ?? '',
    only: search.only ?? '',
    zone: allZones().find((zone) => zone === search.zone) ?? ownZone,
  }
  const setView = (change: Partial<View>) =>
    void navigate({ to: '/interviews/board', search: searchOf({ ...view, ...change }), replace: true })
  return [view, setView]
}

const searchOf = ({ day, by, who, only, zone }: View) => ({
  day,
  zone,
  ...(by === 'people' && { by }),
  ...(who && { who }),
  ...(only && { only }),
})

/** Which days these are. */
function Span({ view: { day, by } }: { view: View }) {
  const noon = (date: string) => formatDate(`${date}T12:00:00Z`, 'UTC', 'date')
  const monday = mondayOf(day)
  return by === 'week' ? `${noon(monday)} – ${noon(addDays(monday, 6))}` : noon(day)
}

type BoardProps = { planned: InterviewCard[]; view: View; moving: Moving }

function Board({ planned, view, moving }: BoardProps) {
  const { t } = useTranslation('board')
  const isWide = useWide()
  const mayMove = useMay('interviews.plan')
  const [openId, setOpenId] = useState<string>()
  const board = lookAt(planned, view, moving)
  const open = planned.find(({ id }) => id === openId)
  const show = (card: InterviewCard) => setOpenId(card.id)
  return (
    <>
      {board.cards.length === 0 ? (
        <Empty title={t(planned.length ? 'none_match' : `none_${view.by}`)} text={t('none_text')} />
      ) : isWide ? (
        <BoardGrid board={board} mayMove={mayMove} onOpen={show} />
      ) : (
        <DayList board={board} onOpen={show} />
      )}
      {mayMove && isWide && board.cards.length > 0 && <Hint moving={moving} zone={view.zone} />}
      <MovesBar planned={planned} zone={view.zone} moving={moving} />
      {open && (
        <TalkDialog
          card={open}
          zone={view.zone}
          moving={moving}
          mayMove={mayMove}
          onClose={() => setOpenId(undefined)}
        />
      )}
    </>
  )
}

/** How to move without a pointer; while something is carried, where it is. */
function Hint({ moving: { held }, zone }: { moving: Moving; zone: string }) {
  const { t } = useTranslation('board')
  const singleKeys = useSingleKeys()
  return (
    <p role="status" className="mt-3 text-13 text-ink-2">
      {held
        ? t('carried', { time: formatDate(held.at.starts_at, zone, 'moment') })
        : singleKeys
          ? t('hint')
          : t('hint_without_keys')}
    </p>
  )
}
