import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import type { ReportDocument } from '@/api/messages'
import { measuredQuery } from '@/features/proctoring/queries'
import { formatClock } from '@/lib/locale'
import { Fold } from '@/ui/Fold'
import { textLinkLook } from '@/ui/Link'

import { addendId, type Reading } from './reading'
import { ruleWords, sureWords } from './ruleWords'
import { isCounting, momentId, titleOf } from './words'

type Props = {
  line: ReportDocument['outcome']['rules'][number]
  report: ReportDocument
  reading: Reading
}

/** What one number of the sum is made of: its rule, how right that is, and each moment that counts. */
export function Addend({ line, report, reading }: Props) {
  const { t } = useTranslation('reports')
  const { t: tRule } = useTranslation('proctoring')
  const { data: measured } = useQuery(measuredQuery)
  const id = addendId(line.rule)
  const counting = report.outcome.incidents.filter(
    (one) => one.rule === line.rule && isCounting(one, report.policy),
  )
  const first = counting[0]
  return (
    <Fold id={id} open={reading.isOpen(id)} onFound={() => reading.open(id)}>
      <section
        aria-label={t(`kind_${line.rule}`)}
        className="mt-3 border-s-2 border-evidence-mark ps-4 text-13"
      >
        <h3 className="text-15 font-semibold">{t(`kind_${line.rule}`)}</h3>
        <p>{ruleWords(line.rule, report, t)}</p>
        {first && <p className="text-ink-2">{sureWords(first, report, measured?.[line.rule], t, tRule)}</p>}
        <ul aria-label={t('counting_moments')} className="mt-1.5 flex flex-wrap gap-x-5">
          {counting.map((incident) => (
            <li key={incident.id}>
              <a
                href={`#${momentId(incident.id)}`}
                onClick={(event) => {
                  event.preventDefault()
                  reading.goTo(incident)
                }}
                className={`${textLinkLook} inline-block py-0.5`}
              >
                <span className="font-mono">{formatClock(incident.started_ms / 1000)}</span>{' '}
                {titleOf(incident, tRule)}
              </a>
            </li>
          ))}
        </ul>
      </section>
    </Fold>
  )
}
