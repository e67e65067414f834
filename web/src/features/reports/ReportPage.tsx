import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { ReportDocument } from '@/api/messages'
import { FairviewProblem } from '@/api/problem'
import { classes } from '@/lib/classes'
import { Failure } from '@/ui/Failure'
import { Document, Passage } from '@/ui/layouts/Document'
import { Loading } from '@/ui/Loading'
import { Spinner } from '@/ui/Spinner'
import { usePageTitle } from '@/ui/usePageTitle'

import { Basis } from './Basis'
import { CodeSection } from './CodeSection'
import { CodeTexts } from './CodeTexts'
import { Decisions } from './Decisions'
import { Happenings } from './Happenings'
import { Interviewers } from './Interviewers'
import { Opening } from './Opening'
import { OwnCard } from './OwnCard'
import { isReady, reportQuery } from './queries'
import { useReading } from './reading'
import { ReportRibbon } from './ReportRibbon'
import { ScoreSum } from './ScoreSum'
import { Silences } from './Silences'

export function ReportPage() {
  const { id } = useParams({ from: '/staff/desk/reports/$id' })
  const { t } = useTranslation('reports')
  const [newerThan, setNewerThan] = useState(0)
  const report = useQuery(reportQuery(id, newerThan))
  const document = report.data && isReady(report.data) ? report.data : undefined
  usePageTitle(document && t('title', { name: document.facts.candidate.name }))

  if (isUnderWay(report.error)) return <UnderWay />
  if (report.error) return <Failure problem={report.error} retry={() => void report.refetch()} />
  if (!report.data) return <Loading />
  if (!document) return <BeingPrepared />
  return <Letter report={document} onReviewed={() => setNewerThan(document.version)} />
}

const isUnderWay = (problem: unknown) =>
  problem instanceof FairviewProblem && problem.code === 'interview_not_ended'

function UnderWay() {
  const { t } = useTranslation('reports')
  return (
    <div className="border-y border-line py-10">
      <p className="text-17 font-semibold">{t('under_way_title')}</p>
      <p className="text-ink-2">{t('under_way_text')}</p>
    </div>
  )
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
  const { facts, outcome } = report
  const reading = useReading(outcome.incidents)
  return (
    <Document>
      <Opening report={report} />
      <Passage note={report.silences.length > 0 && <Silences report={report} />}>
        <ReportRibbon report={report} reading={reading} />
      </Passage>
      <ScoreSum report={report} reading={reading} />
      <Happenings report={report} reading={reading} onReviewed={onReviewed} />
      <Passage>
        <OwnCard report={report} onSubmitted={onReviewed} />
        <div className={classes(report.code.length > 0 && 'gap-x-10 desk:grid desk:grid-cols-2')}>
          <Interviewers report={report} />
          <CodeSection report={report} />
        </div>
        <CodeTexts report={report} reading={reading} />
        <Decisions interview={facts.interview} candidate={facts.candidate.name} />
      </Passage>
      <Basis report={report} reading={reading} />
    </Document>
  )
}
