import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

import type { ReportDocument } from '@/api/messages'
import { useMe } from '@/features/accounts/queries'
import { formatList, formatNumber } from '@/lib/locale'
import { buttonLook } from '@/ui/buttonLook'
import { Fact, Facts } from '@/ui/Facts'

import { Figures } from './Figures'
import { bundleAddress, fileAddress, logAddress } from './queries'
import { Seals } from './Seals'

const READS_LOGS = ['owner', 'admin', 'auditor']

/** What the report rests on, counted, and where to get it. */
export function Basis({ report }: { report: ReportDocument }) {
  const { t } = useTranslation('reports')
  const { role } = useMe()
  const { outcome, facts, log } = report
  const found = (name: string) => outcome.rules.find((rule) => rule.rule === name)?.found ?? 0
  return (
    <section>
      <h2 className="mt-10 mb-3 font-serif text-20 font-semibold">{t('counts')}</h2>
      <Facts>
        <Fact name={t('focus_losses')}>{formatNumber(report.focus_losses)}</Fact>
        <Fact name={t('absences')}>{formatNumber(found('absence'))}</Fact>
        <Fact name={t('several_faces')}>{formatNumber(found('several_faces'))}</Fact>
        <Fact name={t('page_hidden')}>{formatNumber(report.page_hidden)}</Fact>
        <Fact name={t('objects')}>{objectsOf(report, t)}</Fact>
        <Fact name={t('agreed')}>
          {facts.consent
            ? t(facts.consent.observation ? 'agreed_notes' : 'agreed_call')
            : t('agreed_nothing')}
        </Fact>
        <Figures report={report} />
      </Facts>

      <div className="mt-10 grid gap-1 rounded-panel border border-line bg-surface px-4.5 py-4">
        <h2 className="font-semibold">{t('log_title')}</h2>
        <p className="font-mono text-13">
          {t('log_facts', { count: log.entries, streams: log.streams.length, position: log.position })}
        </p>
        <p className="text-13 text-ink-2">{t('log_text')}</p>
        <Seals report={report} />
        <div className="mt-3 flex flex-wrap gap-2">
          <a className={buttonLook('plain', 'desk')} href={fileAddress(facts.room_session, 'pdf')} download>
            {t('download_pdf')}
          </a>
          <a className={buttonLook('plain', 'desk')} href={fileAddress(facts.room_session, 'csv')} download>
            {t('download_csv')}
          </a>
          <a className={buttonLook('plain', 'desk')} href={fileAddress(facts.room_session, 'json')} download>
            {t('download_report')}
          </a>
          {READS_LOGS.includes(role) && (
            <a className={buttonLook('plain', 'desk')} href={logAddress(facts.room_session)} download>
              {t('download_log')}
            </a>
          )}
          {READS_LOGS.includes(role) && (
            <a className={buttonLook('plain', 'desk')} href={bundleAddress(facts.room_session)} download>
              {t('download_bundle')}
            </a>
          )}
        </div>
      </div>
    </section>
  )
}

/** Things in sight, by kind, without those that a person dismissed. */
function objectsOf(report: ReportDocument, t: TFunction<'reports'>): string {
  const seen = report.objects.filter(({ review }) => review !== 'dismissed')
  const kinds = (['phone', 'book', 'device'] as const).flatMap((kind) => {
    const count = seen.filter((one) => one.kind === kind).length
    return count > 0 ? [t(`object_${kind}`, { count })] : []
  })
  return kinds.length > 0 ? formatList(kinds) : t('no_objects')
}
