import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { useMay } from '@/features/accounts/queries'
import { formatNumber } from '@/lib/locale'
import { Answer } from '@/ui/Answer'
import { Breadcrumbs } from '@/ui/Breadcrumbs'
import { Chip } from '@/ui/Chip'
import { Empty } from '@/ui/Empty'
import { Link } from '@/ui/Link'
import { PageHeader } from '@/ui/PageHeader'
import { usePageTitle } from '@/ui/usePageTitle'

import { ImportHistory } from './importing/ImportHistory'
import { MemberSection } from './MemberSection'
import { PoolMenu } from './PoolMenu'
import { type Pool, poolQuery } from './queries'
import type { MemberFilter } from './selection'

/** One pool: who is in it, whom to choose, and how they came here. */
export function PoolPage() {
  const { id } = useParams({ from: '/staff/desk/pools/$id' })
  const pool = useQuery(poolQuery(id))
  const filter = useMemberFilter()
  usePageTitle(pool.data?.name)
  return (
    <Answer query={pool}>
      {(pool) => (
        <>
          <PageHeader
            trail={<Breadcrumbs place="pools" />}
            title={pool.name}
            lead={<Lead pool={pool} />}
            action={<Actions pool={pool} filter={filter} />}
          />
          <People pool={pool} filter={filter} />
        </>
      )}
    </Answer>
  )
}

function useMemberFilter(): MemberFilter {
  const from = '/staff/desk/pools/$id'
  const { search = '', column = '', value = '', order = 'name' } = useSearch({ from })
  return { search, column, value, order }
}

function Lead({ pool }: { pool: Pool }) {
  const { t } = useTranslation('pools')
  return (
    <p className="flex flex-wrap items-center gap-2">
      {t('people_count', { count: pool.members, number: formatNumber(pool.members) })}
      {pool.archived_at && <Chip>{t('archived')}</Chip>}
    </p>
  )
}

function Actions({ pool, filter }: { pool: Pool; filter: MemberFilter }) {
  const { t } = useTranslation('pools')
  const mayChange = useMay('candidates.write')
  const isOpen = mayChange && !pool.archived_at
  return (
    <>
      <PoolMenu pool={pool} filter={filter} />
      {isOpen && pool.members > 0 && (
        <Link to="/pools/$id/import" params={{ id: pool.id }} look="plain">
          {t('bring_in')}
        </Link>
      )}
      {isOpen && pool.members > 0 && (
        <Link to="/pools/$id/draw" params={{ id: pool.id }} search={filter} look="main">
          {t('draw')}
        </Link>
      )}
    </>
  )
}

function People({ pool, filter }: { pool: Pool; filter: MemberFilter }) {
  const { t } = useTranslation('pools')
  const { page = 1 } = useSearch({ from: '/staff/desk/pools/$id' })
  const navigate = useNavigate({ from: '/pools/$id' })
  const mayChange = useMay('candidates.write')
  if (pool.members > 0)
    return (
      <MemberSection
        pool={pool}
        filter={filter}
        page={page}
        onFilter={(next) => void navigate({ search: kept(next), replace: true })}
        onPage={(to) => void navigate({ search: (now) => ({ ...now, page: to }) })}
      >
        <ImportHistory pool={pool} />
      </MemberSection>
    )
  return (
    <>
      <Empty
        title={t('empty_title')}
        text={t('empty_text')}
        action={
          mayChange &&
          !pool.archived_at && (
            <Link to="/pools/$id/import" params={{ id: pool.id }} look="main">
              {t('bring_in')}
            </Link>
          )
        }
      />
      <ImportHistory pool={pool} />
    </>
  )
}

/** What goes without saying stays out of the address; of a column, the empty value does not. */
function kept({ search, column, value, order }: MemberFilter) {
  return {
    ...(search && { search }),
    ...(column && { column, value }),
    ...(order !== 'name' && { order }),
  }
}
