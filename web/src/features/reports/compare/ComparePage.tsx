import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Answer } from '@/ui/Answer'
import { Breadcrumbs, Crumb } from '@/ui/Breadcrumbs'
import { buttonLook } from '@/ui/buttonLook'
import { Empty } from '@/ui/Empty'
import { PageHeader } from '@/ui/PageHeader'
import { usePageTitle } from '@/ui/usePageTitle'
import { useWide } from '@/ui/useWide'

import { type Column, columnsFor } from './columns'
import { CompareCards } from './CompareCards'
import { CompareTable } from './CompareTable'
import { type Comparison, comparisonQuery, comparisonTable } from './comparison'
import { pressed, sorted, type Sorting } from './sorting'

/** The people of a lot side by side; the order is that of the lot until somebody sorts. */
export function ComparePage() {
  const { t } = useTranslation('comparison')
  const { id } = useParams({ from: '/staff/desk/lots/$id/compare' })
  const query = useQuery(comparisonQuery(id))
  usePageTitle(query.data && t('title', { lot: query.data.name }))
  return <Answer query={query}>{(comparison) => <Compare key={id} comparison={comparison} />}</Answer>
}

function Compare({ comparison }: { comparison: Comparison }) {
  const { t } = useTranslation('comparison')
  const wide = useWide()
  const [sorting, setSorting] = useState<Sorting>({ by: 'place', down: false })
  const columns = columnsFor(comparison.rows, t)
  const by = columns.find(({ key }) => key === sorting.by) ?? columns[0]
  const rows = sorted(comparison.rows, by.value, sorting.down)
  const shared = {
    columns,
    rows,
    sorting,
    onSort: (column: Column) => setSorting(pressed(sorting, column.key, column.isNumber ?? false)),
  }
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs place="lots">
            <Crumb to="/lots/$id" params={{ id: comparison.lot_id }}>
              {comparison.name}
            </Crumb>
          </Breadcrumbs>
        }
        title={t('title', { lot: comparison.name })}
        lead={t('lead')}
        action={
          <a className={buttonLook('plain', 'desk')} href={comparisonTable(comparison.lot_id)} download>
            {t('download')}
          </a>
        }
      />
      {rows.length === 0 ? (
        <Empty title={t('none_title')} text={t('none_text')} />
      ) : wide ? (
        <CompareTable caption={t('title', { lot: comparison.name })} {...shared} />
      ) : (
        <CompareCards {...shared} />
      )}
    </>
  )
}
