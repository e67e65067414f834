import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { useMe } from '@/features/accounts/queries'
import { formatNumber } from '@/lib/locale'
import { Answer } from '@/ui/Answer'
import { Chip } from '@/ui/Chip'
import { Link } from '@/ui/Link'
import { Cell, Row, Table } from '@/ui/Table'
import { When } from '@/ui/When'

import type { Pool } from '../queries'
import { type Import, importsQuery } from './queries'
import { IMPORT_TONES } from './words'

/** Which files people came from; nothing where there was none. */
export function ImportHistory({ pool }: { pool: Pool }) {
  const { t } = useTranslation('pools')
  const imports = useQuery(importsQuery(pool.id))
  if (imports.isPending || imports.data?.items.length === 0) return null
  return (
    <section className="mt-12">
      <h2 className="mb-2 text-17 font-semibold">{t('history')}</h2>
      <Answer query={imports}>
        {({ items }) => (
          <Table caption={t('history')} columns={[t('file'), t('result'), t('brought_by'), t('when')]}>
            {items.map((run) => (
              <HistoryRow key={run.id} run={run} />
            ))}
          </Table>
        )}
      </Answer>
    </section>
  )
}

function HistoryRow({ run }: { run: Import }) {
  const { t } = useTranslation('pools')
  const { zone } = useMe()
  const written = run.created + run.merged
  return (
    <Row quiet={run.state === 'undone' || run.state === 'failed'}>
      <Cell lead className="wrap-anywhere">
        <Link to="/pools/$id/import" params={{ id: run.pool_id }} search={{ run: run.id }} look="quiet">
          {run.file_name}
        </Link>
      </Cell>
      <Cell>
        <span className="flex flex-wrap items-center gap-2">
          <Chip tone={IMPORT_TONES[run.state]}>{t(`state_${run.state}`)}</Chip>
          {run.state === 'done' && t('people_count', { count: written, number: formatNumber(written) })}
        </span>
      </Cell>
      <Cell>{run.created_by}</Cell>
      <Cell end>
        <When at={run.created_at} zone={zone} />
      </Cell>
    </Row>
  )
}
