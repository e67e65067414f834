import { useQuery } from '@tanstack/react-query'
import { useLocation, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { Allowed } from '@/features/accounts/Allowed'
import { Answer } from '@/ui/Answer'
import { Breadcrumbs, Crumb } from '@/ui/Breadcrumbs'
import { Empty } from '@/ui/Empty'
import { Link } from '@/ui/Link'
import { PageHeader } from '@/ui/PageHeader'
import { usePageTitle } from '@/ui/usePageTitle'

import { poolQuery } from '../queries'
import { DrawForm } from './DrawForm'

declare module '@tanstack/history' {
  interface HistoryState {
    /** Members that were chosen by hand on the page before. */
    chosen?: string[]
  }
}

/** Choosing from a pool: by lot, by order or by hand. */
export function DrawPage() {
  const { id } = useParams({ from: '/staff/desk/pools/$id/draw' })
  const {
    search = '',
    column = '',
    value = '',
    order = 'name',
  } = useSearch({
    from: '/staff/desk/pools/$id/draw',
  })
  const chosen = useLocation({ select: (location) => location.state.chosen })
  const { t } = useTranslation('lots')
  const pool = useQuery(poolQuery(id))
  usePageTitle(pool.data && t('draw_title', { pool: pool.data.name }))
  return (
    <Answer query={pool}>
      {(pool) => (
        <>
          <PageHeader
            trail={
              <Breadcrumbs place="pools">
                <Crumb to="/pools/$id" params={{ id }}>
                  {pool.name}
                </Crumb>
              </Breadcrumbs>
            }
            title={t('draw_title', { pool: pool.name })}
            lead={t('draw_lead')}
          />
          <Allowed asks="candidates.write">
            {pool.archived_at ? (
              <Empty title={t('draw_archived')} text={t('draw_archived_text')} />
            ) : pool.members === 0 ? (
              <Empty
                title={t('draw_empty')}
                text={t('draw_empty_text')}
                action={
                  <Link to="/pools/$id" params={{ id }} look="main">
                    {t('to_pool')}
                  </Link>
                }
              />
            ) : (
              <DrawForm pool={pool} filter={{ search, column, value }} order={order} chosen={chosen ?? []} />
            )}
          </Allowed>
        </>
      )}
    </Answer>
  )
}
