import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { useMay, useMe } from '@/features/accounts/queries'
import { formatDate, formatNumber } from '@/lib/locale'
import { Answer } from '@/ui/Answer'
import { Empty } from '@/ui/Empty'
import { Link } from '@/ui/Link'
import { PageHeader } from '@/ui/PageHeader'
import { usePageTitle } from '@/ui/usePageTitle'

import { DayStrip } from './DayStrip'
import { type Today, todayQuery, type Waiting } from './interviews'
import { InterviewTable } from './InterviewTable'
import { PlanLink } from './PlanLink'
import { useNow } from './useNow'
import { WaitingLink } from './WaitingLink'

type Props = {
  /** Draws what a finished interview came to, by its room session. */
  ribbonOf: (room: string) => ReactNode
}

export function TodayPage({ ribbonOf }: Props) {
  const { t } = useTranslation('scheduling')
  const today = useQuery(todayQuery)
  const { zone } = useMe()
  const count = today.data?.waiting.reduce((sum, { count }) => sum + count, 0)
  usePageTitle(t('today'))
  return (
    <>
      <PageHeader
        title={formatDate(new Date(), zone, 'day')}
        lead={
          count === undefined
            ? today.isPending && t('looking')
            : t('things_wait', { count, number: formatNumber(count) })
        }
        action={<PlanLink />}
      />
      <Answer query={today}>
        {(found) => (isFirstDay(found) ? <FirstDay /> : <Day found={found} ribbonOf={ribbonOf} />)}
      </Answer>
    </>
  )
}

const isFirstDay = ({ has_candidates, interviews, waiting }: Today) =>
  !has_candidates && interviews.length + waiting.length === 0

/** Nobody to talk to yet: whoever may changes that, the others are told what will be here. */
function FirstDay() {
  const { t } = useTranslation('scheduling')
  if (!useMay('candidates.write')) return <Empty title={t('none_today_title')} text={t('none_today_text')} />
  return (
    <Empty
      title={t('first_day_title')}
      text={t('first_day_text')}
      action={
        <span className="flex flex-wrap gap-2">
          <Link to="/pools" look="main">
            {t('bring_in')}
          </Link>
          <Link to="/candidates" look="plain">
            {t('add_one')}
          </Link>
        </span>
      }
    />
  )
}

/** Who stands at the door first, then the day, then what can be done at any hour of it. */
function Day({ found, ribbonOf }: Props & { found: Today }) {
  const { t } = useTranslation('scheduling')
  const atDoor = found.waiting.filter(({ kind }) => kind === 'candidate_waiting')
  const others = found.waiting.filter((item) => !atDoor.includes(item))
  return (
    <>
      <WaitingList label={t('at_door')} waiting={atDoor} />
      <OfToday interviews={found.interviews} ribbonOf={ribbonOf} />
      {others.length > 0 && (
        <section>
          <h2 className="mt-9 mb-2 text-17 font-semibold">{t('needs_person_today')}</h2>
          <WaitingList label={t('needs_person_today')} waiting={others} />
        </section>
      )}
    </>
  )
}

function WaitingList({ label, waiting }: { label: string; waiting: Waiting[] }) {
  const { t } = useTranslation('scheduling')
  if (waiting.length === 0) return null
  return (
    <ul aria-label={label} className="border-t border-line">
      {waiting.map((item) => (
        <li
          key={`${item.kind} ${item.interview_id ?? ''}`}
          className="grid grid-cols-[--spacing(7)_1fr] items-center gap-x-3 gap-y-2 border-b border-line py-3 sm:grid-cols-[--spacing(7)_1fr_auto]"
        >
          <span className="text-end text-20 font-semibold">{formatNumber(item.count)}</span>
          <span>
            {t(`waits.${item.kind}`, {
              count: item.count,
              name: item.candidate,
              context: item.candidate ? 'named' : '',
            })}
          </span>
          <span className="max-sm:col-start-2">
            <WaitingLink item={item} />
          </span>
        </li>
      ))}
    </ul>
  )
}

function OfToday({ interviews, ribbonOf }: Props & Pick<Today, 'interviews'>) {
  const { t } = useTranslation('scheduling')
  const nowMs = useNow(true)
  return (
    <section>
      <h2 className="mt-6 mb-2 text-17 font-semibold">{t('interviews_today')}</h2>
      {interviews.length ? (
        <>
          <DayStrip interviews={interviews} nowMs={nowMs} />
          <InterviewTable caption={t('interviews_today')} interviews={interviews} ribbonOf={ribbonOf} />
        </>
      ) : (
        <Empty title={t('none_today_title')} text={t('none_today_text')} />
      )}
    </section>
  )
}
