import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { useMe } from '@/features/accounts/queries'
import { Answer } from '@/ui/Answer'
import { Empty } from '@/ui/Empty'
import { Link } from '@/ui/Link'
import { PageHeader } from '@/ui/PageHeader'
import { Pager } from '@/ui/Pager'
import { Cell, Row, Table } from '@/ui/Table'
import { usePageTitle } from '@/ui/usePageTitle'
import { When } from '@/ui/When'

import { type LotLine, lotsQuery } from './queries'
import { grouped, shareWords, wayWords } from './words'

const HASH_SHOWN = 12

export function LotsPage() {
  const { t } = useTranslation('lots')
  const { pool, page = 1 } = useSearch({ from: '/staff/desk/lots' })
  const navigate = useNavigate()
  const lots = useQuery(lotsQuery(pool, page))
  usePageTitle(t('title'))
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Answer query={lots}>
        {(found) =>
          found.items.length ? (
            <>
              {pool && <OnePool lots={found.items} />}
              <LotTable lots={found.items} />
              <Pager
                page={found.page}
                pages={found.pages}
                onPage={(to) => void navigate({ to: '/lots', search: (now) => ({ ...now, page: to }) })}
              />
            </>
          ) : (
            <Empty
              title={t('none_title')}
              text={t('none_text')}
              action={
                <Link to="/pools" look="main">
                  {t('to_pools')}
                </Link>
              }
            />
          )
        }
      </Answer>
    </>
  )
}

function OnePool({ lots }: { lots: LotLine[] }) {
  const { t } = useTranslation('lots')
  return (
    <p className="mb-2 text-13 text-ink-2">
      {t('only_pool', { pool: lots[0]?.pool.name })}{' '}
      <Link to="/lots" search={{}}>
        {t('all_lots')}
      </Link>
    </p>
  )
}

function LotTable({ lots }: { lots: LotLine[] }) {
  const { t } = useTranslation('lots')
  const { zone } = useMe()
  return (
    <Table
      caption={t('title')}
      columns={[t('lot'), t('pool'), t('chosen'), t('how'), t('when'), t('pool_hash')]}
    >
      {lots.map((lot) => (
        <Row key={lot.id}>
          <Cell lead>
            <Link to="/lots/$id" params={{ id: lot.id }} look="quiet">
              {lot.name}
            </Link>
          </Cell>
          <Cell wide>{lot.pool.name}</Cell>
          <Cell>{shareWords(lot, t)}</Cell>
          <Cell>{wayWords(lot, t)}</Cell>
          <Cell>
            <When at={lot.created_at} zone={zone} style="date" />
          </Cell>
          <Cell wide mono>
            {grouped(lot.pool_hash.slice(0, HASH_SHOWN))}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
