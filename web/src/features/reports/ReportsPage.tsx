import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { formatClock } from '@/lib/locale'
import { Answer } from '@/ui/Answer'
import { Empty } from '@/ui/Empty'
import { Link } from '@/ui/Link'
import { PageHeader } from '@/ui/PageHeader'
import { Pager } from '@/ui/Pager'
import { usePageTitle } from '@/ui/usePageTitle'
import { When } from '@/ui/When'

import { DecisionChip } from './DecisionChip'
import { fileAddress, type ReportRow, reportsQuery } from './queries'

export function ReportsPage() {
  const { t } = useTranslation('reports')
  const { page = 1 } = useSearch({ from: '/staff/desk/reports' })
  const navigate = useNavigate()
  const reports = useQuery(reportsQuery(page))
  usePageTitle(t('reports'))
  return (
    <>
      <PageHeader title={t('reports')} lead={t('reports_lead')} />
      <Answer query={reports}>
        {(found) =>
          found.items.length ? (
            <>
              <ul className="border-t border-line">
                {found.items.map((row) => (
                  <Row key={row.room_session_id} row={row} />
                ))}
              </ul>
              <Pager
                page={found.page}
                pages={found.pages}
                onPage={(next) => void navigate({ to: '/reports', search: { page: next } })}
              />
            </>
          ) : (
            <Empty title={t('none_title')} text={t('none_text')} />
          )
        }
      </Answer>
    </>
  )
}

function Row({ row }: { row: ReportRow }) {
  const { t } = useTranslation('reports')
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-3">
      <div className="min-w-56 flex-1">
        <Link look="quiet" to="/reports/$id" params={{ id: row.room_session_id }}>
          {row.candidate}
        </Link>{' '}
        <span className="text-ink-2">{row.title}</span>
        <p className="text-13 text-ink-2">
          {row.started_at && <When at={row.started_at} zone={row.zone} named />} · {lengthOf(row)} ·{' '}
          {t('moments', { count: row.incidents })}
        </p>
      </div>
      {row.decision && <DecisionChip decision={row.decision} />}
      <span className="flex gap-3 text-13">
        {(['pdf', 'csv'] as const).map((kind) => (
          <a
            key={kind}
            href={fileAddress(row.room_session_id, kind)}
            download
            aria-label={t('file_of', { kind: kind.toUpperCase(), name: row.candidate })}
            className="text-accent underline underline-offset-2"
          >
            {kind.toUpperCase()}
          </a>
        ))}
      </span>
      <span className="min-w-12 text-end font-serif text-25 font-semibold">
        {row.score ?? <span className="font-sans text-13 font-normal text-ink-2">{t('no_number')}</span>}
      </span>
    </li>
  )
}

function lengthOf({ started_at, ended_at }: ReportRow): string {
  if (!started_at || !ended_at) return formatClock(0)
  return formatClock((Date.parse(ended_at) - Date.parse(started_at)) / 1000)
}
