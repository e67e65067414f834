import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

import type { ReportDocument } from '@/api/messages'
import { useMe } from '@/features/accounts/queries'
import { isGap } from '@/features/proctoring/words'
import { formatList, formatNumber } from '@/lib/locale'
import { Fact, Facts } from '@/ui/Facts'
import { Passage } from '@/ui/layouts/Document'
import { textLinkLook } from '@/ui/Link'

import { Figures } from './Figures'
import { FoldedPart } from './FoldedPart'
import { Heading } from './Heading'
import { bundleAddress, fileAddress, logAddress } from './queries'
import type { Reading } from './reading'
import { Seals } from './Seals'
import { Watch } from './Watch'

const READS_LOGS = ['owner', 'admin', 'auditor']

type Props = { report: ReportDocument; reading: Reading }

/** What the report rests on: how it was observed and what was counted, folded; the log, its seals, and the files. */
export function Basis({ report, reading }: Props) {
  const { t } = useTranslation('reports')
  return (
    <section>
      <Heading>{t('basis')}</Heading>
      <Passage>
        <div className="border-t border-line">
          <Watch report={report} reading={reading} />
          <Counted report={report} reading={reading} />
          <HowRight report={report} reading={reading} />
        </div>
      </Passage>
      <Log report={report} />
    </section>
  )
}

function Counted({ report, reading }: Props) {
  const { t } = useTranslation('reports')
  const { outcome, facts, policy } = report
  const found = (name: string) => outcome.rules.find((rule) => rule.rule === name)?.found ?? 0
  return (
    <FoldedPart id="counts" title={t('counts')} about={t('counts_about')} reading={reading}>
      <Facts>
        <Fact name={t('focus_losses')}>{formatNumber(report.focus_losses)}</Fact>
        <Fact name={t('absences')}>{formatNumber(found('absence'))}</Fact>
        <Fact name={t('several_faces')}>{formatNumber(found('several_faces'))}</Fact>
        <Fact name={t('page_hidden')}>{formatNumber(report.page_hidden)}</Fact>
        <Fact name={t('objects')}>{objectsOf(report, t)}</Fact>
        <Fact name={t('agreed')}>{agreedTo(facts.consent, t)}</Fact>
        {policy.without && (
          <Fact name={t('not_counted')}>
            {t('rules_agreed', { rules: formatList(policy.without.map((rule) => t(`rule_${rule}`))) })}
          </Fact>
        )}
      </Facts>
    </FoldedPart>
  )
}

function HowRight({ report, reading }: Props) {
  const { t } = useTranslation('reports')
  if (!report.outcome.rules.some((one) => one.found > 0 && !isGap(one))) return null
  return (
    <FoldedPart id="how-right" title={t('how_right_title')} about={t('how_right_about')} reading={reading}>
      <Facts>
        <Figures report={report} />
      </Facts>
    </FoldedPart>
  )
}

/** The log, its seals, and how to check them. */
function Log({ report }: { report: ReportDocument }) {
  const { t } = useTranslation('reports')
  const { log } = report
  return (
    <div className="mt-6">
      <Passage
        note={
          <>
            <p>{t('log_text')}</p>
            <p>{t('seals_text')}</p>
          </>
        }
      >
        <div className="grid gap-1.5 rounded-panel border border-line bg-surface px-4.5 py-4">
          <p className="flex flex-wrap items-baseline gap-x-3">
            <strong className="font-semibold">{t('log_title')}</strong>
            <span className="font-mono text-13">
              {t('log_facts', { count: log.entries, streams: log.streams.length, position: log.position })}
            </span>
          </p>
          <Seals report={report} />
          <Files session={report.facts.room_session} />
        </div>
      </Passage>
      <p className="mt-4 hidden text-13 break-all print:block">
        {t('read_at', { address: `${location.origin}${location.pathname}` })}
      </p>
    </div>
  )
}

function Files({ session }: { session: string }) {
  const { t } = useTranslation('reports')
  const { role } = useMe()
  const files = [
    [fileAddress(session, 'pdf'), t('download_pdf')],
    [fileAddress(session, 'csv'), t('download_csv')],
    [fileAddress(session, 'json'), t('download_report')],
    ...(READS_LOGS.includes(role)
      ? [
          [logAddress(session), t('download_log')],
          [bundleAddress(session), t('download_bundle')],
        ]
      : []),
  ]
  return (
    <p className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-13 print:hidden">
      {files.map(([address, name]) => (
        <a key={address} className={`${textLinkLook} py-0.5`} href={address} download>
          {name}
        </a>
      ))}
    </p>
  )
}

/** Things in sight, by kind, without those that a person dismissed. */
function agreedTo(consent: ReportDocument['facts']['consent'], t: TFunction<'reports'>): string {
  if (!consent) return t('agreed_nothing')
  if (!consent.observation) return t('agreed_call')
  if (!consent.further?.length) return t('agreed_notes')
  return t('agreed_notes_and', { further: formatList(consent.further.map((one) => t(`agreed_${one}`))) })
}

function objectsOf(report: ReportDocument, t: TFunction<'reports'>): string {
  const seen = report.objects.filter(({ review }) => review !== 'dismissed')
  const kinds = (['phone', 'book', 'device'] as const).flatMap((kind) => {
    const count = seen.filter((one) => one.kind === kind).length
    return count > 0 ? [t(`object_${kind}`, { count })] : []
  })
  return kinds.length > 0 ? formatList(kinds) : t('no_objects')
}
