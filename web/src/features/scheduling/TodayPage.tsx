import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { useMe } from '@/features/accounts/queries'
import { formatDate, formatNumber } from '@/lib/locale'
import { Answer } from '@/ui/Answer'
import { Empty } from '@/ui/Empty'
import { PageHeader } from '@/ui/PageHeader'
import { usePageTitle } from '@/ui/usePageTitle'

import { type Today, todayQuery, type Waiting } from './interviews'
import { PlanLink } from './InterviewsPage'
import { InterviewTable } from './InterviewTable'
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
        {(found) => (
          <>
            <WaitingList waiting={found.waiting} />
            <OfToday interviews={found.interviews} ribbonOf={ribbonOf} />
          </>
        )}
      </Answer>
    </>
  )
}

function WaitingList({ waiting }: { waiting: Waiting[] }) {
  const { t } = useTranslation('scheduling')
  if (waiting.length === 0) return null
  return (
    <ul aria-label={t('waiting')} className="border-t border-line">
      {waiting.map((item) => (
        <li
          key={`${item.kind} ${item.interview_id ?? ''}`}
          className="grid grid-cols-[28px_1fr] items-center gap-x-3 gap-y-2 border-b border-line py-3 sm:grid-cols-[28px_1fr_auto]"
        >
          <span className="text-right text-20 font-semibold">{formatNumber(item.count)}</span>
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
  return (
    <section>
      <h2 className="mt-9 mb-1 text-17 font-semibold">{t('interviews_today')}</h2>
      {interviews.length ? (
        <InterviewTable caption={t('interviews_today')} interviews={interviews} ribbonOf={ribbonOf} />
      ) : (
        <Empty title={t('none_today_title')} text={t('none_today_text')} />
      )}
    </section>
  )
}
