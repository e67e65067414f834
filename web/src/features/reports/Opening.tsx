import { useTranslation } from 'react-i18next'

import type { ReportDocument } from '@/api/messages'
import { formatClock, formatDate, formatList, formatNumber } from '@/lib/locale'
import { Breadcrumbs, Crumb } from '@/ui/Breadcrumbs'
import { Passage } from '@/ui/layouts/Document'
import { textLinkLook } from '@/ui/Link'

import { leadOf } from './lead'
import { fileAddress } from './queries'

/** Who, when and with whom; then what there is to say, in a sentence or a few. */
export function Opening({ report }: { report: ReportDocument }) {
  const { t } = useTranslation('reports')
  const { facts } = report
  return (
    <header className="mb-4">
      <Breadcrumbs place="reports">
        <Crumb to="/interviews/$id" params={{ id: facts.interview }}>
          {t('of_interview')}
        </Crumb>
      </Breadcrumbs>
      <p className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 text-13 text-ink-2">
        {t(`version_${report.reason}`, { version: report.version })}
        <a className={`${textLinkLook} print:hidden`} href={fileAddress(facts.room_session, 'pdf')} download>
          {t('pdf')}
        </a>
      </p>
      <h1 tabIndex={-1} className="mt-1 font-serif text-32 font-semibold">
        {facts.candidate.name}, <span className="font-normal">{facts.title}</span>
      </h1>
      <p className="mt-1.5 mb-5 flex flex-wrap gap-x-5 gap-y-1 text-ink-2">
        {report.started_us !== null && (
          <span>
            {formatDate(new Date(report.started_us / 1000), facts.zone, 'full')} (
            {formatClock(report.duration_ms / 1000)})
          </span>
        )}
        {facts.interviewers.length > 0 && (
          <span>{t('with', { people: formatList(facts.interviewers.map((one) => one.name)) })}</span>
        )}
      </p>
      <Passage note={<Known report={report} />}>
        <p className="mb-2 font-serif text-20">{leadOf(report, t)}</p>
      </Passage>
    </header>
  )
}

/** How much is known, and what is not. */
function Known({ report: { outcome, facts } }: { report: ReportDocument }) {
  const { t } = useTranslation('reports')
  const unseenMs = outcome.gaps.reduce((sum, gap) => sum + gap.ended_ms - gap.started_ms, 0)
  return (
    <>
      <p>
        {outcome.watched_by
          ? t('observed_by', { program: outcome.watched_by })
          : t('observed', { share: formatNumber(outcome.coverage_pm / 1000, { style: 'percent' }) })}
        {'. '}
        {unseenMs > 0 && outcome.coverage_pm > 0 && t('unobserved', { length: formatClock(unseenMs / 1000) })}
      </p>
      {facts.consent && <p>{t(facts.consent.observation ? 'agreed_to_notes' : 'agreed_to_call')}</p>}
    </>
  )
}
