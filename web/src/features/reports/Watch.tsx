import { useTranslation } from 'react-i18next'

import type { ReportDocument } from '@/api/messages'
import { Fact, Facts } from '@/ui/Facts'

import { watchLines } from './watchWords'

/** How the candidate's device observed: when, how fast, how well. Nothing where it said nothing of it. */
export function Watch({ report }: { report: ReportDocument }) {
  const { t } = useTranslation('reports')
  const told = watchLines(report.watch, t)
  if (told.length === 0) return null
  return (
    <section>
      <h2 className="mt-10 mb-3 font-serif text-20 font-semibold">{t('watch_title')}</h2>
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
    </section>
  )
}
