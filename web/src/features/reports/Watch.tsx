import { useTranslation } from 'react-i18next'

import type { ReportDocument } from '@/api/messages'
import { formatList } from '@/lib/locale'
import { Fact, Facts } from '@/ui/Facts'

import { FoldedPart } from './FoldedPart'
import type { Reading } from './reading'
import { watchLines } from './watchWords'

/** How the candidate's device observed: when, how fast, how well. Nothing where it said nothing of it. */
export function Watch({ report, reading }: { report: ReportDocument; reading: Reading }) {
  const { t } = useTranslation('reports')
  const told = watchLines(report.watch, t)
  if (told.length === 0) return null
  return (
    <FoldedPart
      id="watch"
      title={t('watch_title')}
      about={formatList(told.map(({ name }) => t(name)))}
      reading={reading}
    >
      <Facts>
        {told.map(({ name, lines }) => (
          <Fact key={name} name={t(name)}>
            <ul>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Fact>
        ))}
      </Facts>
    </FoldedPart>
  )
}
