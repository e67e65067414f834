import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import type { Schemas } from '@/api/client'
import { useMay, useMe } from '@/features/accounts/queries'
import { formatList, formatNumber } from '@/lib/locale'
import { Answer } from '@/ui/Answer'
import { Button } from '@/ui/Button'
import { Empty } from '@/ui/Empty'
import { Link } from '@/ui/Link'
import { PageHeader } from '@/ui/PageHeader'
import { Pager } from '@/ui/Pager'
import { Cell, Row, Table } from '@/ui/Table'
import { usePageTitle } from '@/ui/usePageTitle'
import { When } from '@/ui/When'

import { PoolDialog } from './PoolDialog'
import { poolsQuery } from './queries'

export function PoolsPage() {
  const { t } = useTranslation('pools')
  const { show = 'open', page = 1 } = useSearch({ from: '/staff/desk/pools' })
  const navigate = useNavigate()
  const pools = useQuery(poolsQuery(show === 'archived', page))
  usePageTitle(t('title'))
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} action={<CreateButton />} />
      <nav aria-label={t('which')} className="mb-2 flex gap-1">
        <Link to="/pools" search={{}} look="view" activeOptions={{ exact: true, explicitUndefined: true }}>
          {t('open')}
        </Link>
        <Link to="/pools" search={{ show: 'archived' }} look="view">
          {t('archived')}
        </Link>
      </nav>
      <Answer query={pools}>
        {(found) =>
          found.items.length ? (
            <>
              <PoolTable found={found} />
              <Pager
                page={found.page}
                pages={found.pages}
                onPage={(to) => void navigate({ to: '/pools', search: (now) => ({ ...now, page: to }) })}
              />
            </>
          ) : (
            <Empty title={t(`none_${show}_title`)} text={t(`none_${show}_text`)} />
          )
        }
      </Answer>
    </>
  )
}

/** A new pool is empty, so the next thing is to bring people in. */
function CreateButton() {
  const { t } = useTranslation('pools')
  const navigate = useNavigate()
  if (!useMay('candidates.write')) return null
  return (
    <PoolDialog
      onSaved={({ id }) => void navigate({ to: '/pools/$id/import', params: { id } })}
      trigger={
        <Button tone="main" icon={<Plus aria-hidden className="size-4" />}>
          {t('create')}
        </Button>
      }
    />
  )
}

function PoolTable({ found }: { found: Schemas['Page_PoolOut_'] }) {
  const { t } = useTranslation('pools')
  const { zone } = useMe()
  return (
    <Table caption={t('title')} columns={[t('name'), t('people'), t('columns'), t('created_on')]}>
      {found.items.map((pool) => (
        <Row key={pool.id}>
          <Cell lead>
            <Link to="/pools/$id" params={{ id: pool.id }} look="quiet">
              {pool.name}
            </Link>
          </Cell>
          <Cell>{t('people_count', { count: pool.members, number: formatNumber(pool.members) })}</Cell>
          <Cell wide className="max-w-80 truncate text-ink-2">
            {formatList(pool.columns)}
          </Cell>
          <Cell end>
            <When at={pool.created_at} zone={zone} style="date" />
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
