import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { useMay, useMe } from '@/features/accounts/queries'
import { zoneCity } from '@/lib/zones'
import { Answer } from '@/ui/Answer'
import { Empty } from '@/ui/Empty'
import { Link } from '@/ui/Link'
import { PageHeader } from '@/ui/PageHeader'
import { Pager } from '@/ui/Pager'
import { usePageTitle } from '@/ui/usePageTitle'

import { interviewsQuery } from './interviews'
import { InterviewTable } from './InterviewTable'
import { LotFilter } from './LotFilter'
import { PlanLink } from './PlanLink'
import { WaitingInterviews } from './WaitingInterviews'

export function InterviewsPage() {
  const { waits, page = 1 } = useSearch({ from: '/staff/desk/interviews' })
  return waits ? <WaitingInterviews kind={waits} page={page} /> : <AllInterviews />
}

function AllInterviews() {
  const { t } = useTranslation('scheduling')
  const { when = 'upcoming', lot, page = 1 } = useSearch({ from: '/staff/desk/interviews' })
  const navigate = useNavigate()
  const mayReadLots = useMay('candidates.read')
  const interviews = useQuery(interviewsQuery(when, page, lot))
  const { zone } = useMe()
  usePageTitle(t('interviews'))
  return (
    <>
      <PageHeader
        title={t('interviews')}
        lead={t('times_in', { place: zoneCity(zone) })}
        action={
          <>
            <Link to="/interviews/board" look="plain">
              {t('as_board')}
            </Link>
            <PlanLink />
          </>
        }
      />
      <div className="mb-2 flex flex-wrap items-center gap-x-6 gap-y-2">
        <WhenLinks lot={lot} />
        {mayReadLots && (
          <LotFilter
            lot={lot}
            onChange={(next) =>
              void navigate({
                to: '/interviews',
                search: { ...(when === 'past' && { when }), ...(next && { lot: next }) },
              })
            }
          />
        )}
      </div>
      <Answer query={interviews}>
        {(found) =>
          found.items.length ? (
            <>
              <InterviewTable caption={t(when)} interviews={found.items} />
              <Pager
                page={found.page}
                pages={found.pages}
                onPage={(to) => void navigate({ to: '/interviews', search: (now) => ({ ...now, page: to }) })}
              />
            </>
          ) : (
            <NoInterviews when={when} lot={lot} />
          )
        }
      </Answer>
    </>
  )
}

function WhenLinks({ lot }: { lot: string | undefined }) {
  const { t } = useTranslation('scheduling')
  const ofLot = lot ? { lot } : {}
  return (
    <nav aria-label={t('which_interviews')} className="flex gap-1">
      <Link
        to="/interviews"
        search={ofLot}
        look="view"
        activeOptions={{ exact: true, explicitUndefined: true }}
      >
        {t('upcoming')}
      </Link>
      <Link to="/interviews" search={{ ...ofLot, when: 'past' }} look="view">
        {t('past')}
      </Link>
    </nav>
  )
}

function NoInterviews({ when, lot }: { when: 'upcoming' | 'past'; lot: string | undefined }) {
  const { t } = useTranslation('scheduling')
  if (!lot) return <Empty title={t(`none_${when}_title`)} text={t(`none_${when}_text`)} />
  return (
    <Empty
      title={t(`none_${when}_of_lot`)}
      action={
        <Link to="/interviews" search={when === 'past' ? { when } : {}} look="plain">
          {t('of_all_lots')}
        </Link>
      }
    />
  )
}
