import { useTranslation } from 'react-i18next'

import type { ReportDocument } from '@/api/messages'
import { formatClock, formatList, formatNumber } from '@/lib/locale'

import { ranWords, type ReportExercise } from './codeWords'
import { Heading } from './Heading'

/** How what was written ran. */
export function CodeSection({ report }: { report: ReportDocument }) {
  const { t } = useTranslation('reports')
  if (report.code.length === 0) return null
  return (
    <section className="min-w-0">
      <Heading>{t('code')}</Heading>
      <div className="grid gap-6">
        {report.code.map((exercise) => (
          <Exercise key={exercise.assignment} exercise={exercise} />
        ))}
      </div>
    </section>
  )
}

function Exercise({ exercise }: { exercise: ReportExercise }) {
  const { t } = useTranslation('reports')
  const { t: tCode } = useTranslation('coding')
  const best = exercise.runs.find(({ run }) => run === exercise.best)
  const languages = exercise.texts.map(({ language }) => tCode(`language_${language}`))
  return (
    <div>
      <p>
        <strong className="font-semibold">{exercise.title}</strong>
        {languages.length > 0 && <span className="text-ink-2"> {formatList(languages)}</span>}
      </p>
      <p>{best ? ranWords(best, tCode) : t('not_tested')}</p>
      <p className="text-ink-2">{aboutRuns(exercise, t)}</p>
      {exercise.texts.length === 0 && <p className="text-ink-2">{t('nothing_written')}</p>}
      {exercise.runs.length > 0 && (
        <details className="mt-2">
          <summary className="text-accent">{t('runs', { count: exercise.runs.length })}</summary>
          <ol className="mt-1 grid gap-1 text-13">
            {exercise.runs.map((run) => (
              <li key={run.run} className="grid grid-cols-[--spacing(14)_1fr]">
                <span className="font-mono text-ink-2">{formatClock(run.at_ms / 1000)}</span>
                <span>
                  {tCode(`purpose_${run.purpose}`)}: {ranWords(run, tCode)}
                </span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  )
}

function aboutRuns(exercise: ReportExercise, t: ReturnType<typeof useTranslation<'reports'>>['t']): string {
  const edits = exercise.texts.reduce((sum, text) => sum + text.edits, 0)
  const said = [t('edits', { count: edits })]
  if (exercise.first_run_ms !== null) {
    const minutes = Math.max(
      0,
      Math.round((exercise.first_run_ms - Math.max(0, exercise.assigned_ms)) / 60_000),
    )
    said.unshift(t('first_run', { count: minutes, number: formatNumber(minutes) }))
  }
  return said.join(' ')
}
