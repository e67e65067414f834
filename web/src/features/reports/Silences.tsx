import { useTranslation } from 'react-i18next'

import type { ReportDocument } from '@/api/messages'
import { formatClock, formatDate } from '@/lib/locale'

type Silence = ReportDocument['silences'][number]

/** When nothing arrived, for how long, and what became of it. */
export function Silences({ report }: { report: ReportDocument }) {
  const { t } = useTranslation('reports')
  const { silences } = report
  if (silences.length === 0) return null
  return (
    <>
      <ul>
        {silences.map((silence) => (
          <li key={silence.started_ms}>
            {t(wordsFor(silence), {
              from: timeOf(silence.started_ms, report),
              until: timeOf(silence.ended_ms, report),
              length: formatClock((silence.ended_ms - silence.started_ms) / 1000),
              count: silence.lost,
            })}
          </li>
        ))}
      </ul>
      <p>{t('silences_mean')}</p>
    </>
  )
}

function wordsFor({ started_ms, ended_ms, arrived, lost }: Silence) {
  if (started_ms === ended_ms) return 'silence_lost'
  if (lost > 0) return 'silence_partly'
  return arrived > 0 ? 'silence_arrived' : 'silence_missing'
}

function timeOf(ms: number, { started_us, facts }: ReportDocument): string {
  return formatDate(new Date((started_us ?? 0) / 1000 + ms), facts.zone, 'second')
}
