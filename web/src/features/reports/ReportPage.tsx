import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { ReportDocument } from '@/api/messages'
import { classes } from '@/lib/classes'
import { formatClock, formatDate, formatList, formatNumber } from '@/lib/locale'
import { buttonLook } from '@/ui/buttonLook'
import { Failure } from '@/ui/Failure'
import { Loading } from '@/ui/Loading'
import { Spinner } from '@/ui/Spinner'
import { usePageTitle } from '@/ui/usePageTitle'

import { Basis } from './Basis'
import { CodeSection } from './CodeSection'
import { CodeTexts } from './CodeTexts'
import { Decisions } from './Decisions'
import { Happenings } from './Happenings'
import { Interviewers } from './Interviewers'
import { leadOf } from './lead'
import { OwnCard } from './OwnCard'
import { fileAddress, isReady, reportQuery } from './queries'
import { ReportRibbon } from './ReportRibbon'
import { ScoreSum } from './ScoreSum'
import { Silences } from './Silences'
import { Watch } from './Watch'

export function ReportPage() {
  const { id } = useParams({ from: '/staff/desk/reports/$id' })
  const { t } = useTranslation('reports')
  const [newerThan, setNewerThan] = useState(0)
  const report = useQuery(reportQuery(id, newerThan))
  const document = report.data && isReady(report.data) ? report.data : undefined
  usePageTitle(document && t('title', { name: document.facts.candidate.name }))

  if (report.error) return <Failure problem={report.error} retry={() => void report.refetch()} />
  if (!report.data) return <Loading />
  if (!document) return <BeingPrepared />
  return <Letter report={document} onReviewed={() => setNewerThan(document.version)} />
}

function BeingPrepared() {
  const { t } = useTranslation('reports')
  return (
    <div role="status" className="flex items-center gap-3 border-y border-line py-10">
      <Spinner />
      <div>
        <p className="text-17 font-semibold">{t('preparing_title')}</p>
        <p className="text-ink-2">{t('preparing_text')}</p>
      </div>
    </div>
  )
}

/** The report reads like a letter: a sentence, the ribbon, the number with its sum, then what happened. */
function Letter({ report, onReviewed }: { report: ReportDocument; onReviewed: () => void }) {
  const { t } = useTranslation('reports')
  const { facts, outcome } = report
  const zone = facts.zone
  return (
    <article className="mx-auto max-w-205">
      <p className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 text-13 text-ink-2">
        {t(`version_${report.reason}`, { version: report.version })}
        <a className={buttonLook('plain', 'desk')} href={fileAddress(facts.room_session, 'pdf')} download>
          {t('pdf')}
        </a>
      </p>
      <h1 tabIndex={-1} className="font-serif text-32 font-semibold">
        {facts.candidate.name}, <span className="font-normal">{facts.title}</span>
      </h1>
      <p className="mt-2.5 mb-7 flex flex-wrap gap-x-5 gap-y-1 text-ink-2">
        {report.started_us !== null && (
          <span>
            {formatDate(new Date(report.started_us / 1000), zone, 'full')} (
            {formatClock(report.duration_ms / 1000)})
          </span>
        )}
        {facts.interviewers.length > 0 && (
          <span>{t('with', { people: formatList(facts.interviewers.map((one) => one.name)) })}</span>
        )}
        <span>
          {outcome.watched_by
            ? t('observed_by', { program: outcome.watched_by })
            : t('observed', { share: formatNumber(outcome.coverage_pm / 1000, { style: 'percent' }) })}
        </span>
      </p>
      <p className="mb-6 font-serif text-20">{leadOf(report, t)}</p>
      <ReportRibbon report={report} />
      <Silences report={report} />
      <ScoreSum report={report} />
      <Happenings report={report} onReviewed={onReviewed} />
      <Watch report={report} />
      <OwnCard report={report} onSubmitted={onReviewed} />
      <div className={classes(report.code.length > 0 && 'gap-x-10 desk:grid desk:grid-cols-2')}>
        <Interviewers report={report} />
        <CodeSection report={report} />
      </div>
      <CodeTexts report={report} />
      <Decisions interview={facts.interview} candidate={facts.candidate.name} />
      <Basis report={report} />
    </article>
  )
}
