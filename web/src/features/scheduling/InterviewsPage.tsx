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

export function InterviewsPage() {
  const { t } = useTranslation('scheduling')
  const { when = 'upcoming', page = 1 } = useSearch({ from: '/staff/desk/interviews' })
  const navigate = useNavigate()
  const interviews = useQuery(interviewsQuery(when, page))
  const { zone } = useMe()
  usePageTitle(t('interviews'))
  return (
    <>
      <PageHeader
        title={t('interviews')}
        lead={t('times_in', { place: zoneCity(zone) })}
        action={<PlanLink />}
      />
      <nav aria-label={t('which_interviews')} className="mb-2 flex gap-1">
        <Link
          to="/interviews"
          search={{}}
          look="view"
          activeOptions={{ exact: true, explicitUndefined: true }}
        >
          {t('upcoming')}
        </Link>
        <Link to="/interviews" search={{ when: 'past' }} look="view">
          {t('past')}
        </Link>
      </nav>
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
            <Empty title={t(`none_${when}_title`)} text={t(`none_${when}_text`)} />
          )
        }
      </Answer>
    </>
  )
}

export function PlanLink() {
  const { t } = useTranslation('scheduling')
  if (!useMay('interviews.plan')) return null
  return (
    <Link to="/interviews/new" look="main">
      {t('plan')}
    </Link>
  )
}
