import { useTranslation } from 'react-i18next'

import type { ReportDocument } from '@/api/messages'

/** The number with its sum; without enough evidence, the reason why there is none. */
export function ScoreSum({ report }: { report: ReportDocument }) {
  const { t } = useTranslation('reports')
  const { outcome, policy, erasure } = report
  const lines = outcome.score === null ? [] : outcome.rules.filter((rule) => rule.points > 0)
  return (
    <section
      aria-label={t('attention')}
      className="my-6 grid items-center gap-x-7 gap-y-3 border-y border-line py-5 sm:grid-cols-[auto_1fr]"
    >
      <p className="font-serif text-[64px]/none font-semibold tracking-tight" data-testid="score">
        {outcome.score ?? '–'}
      </p>
      <div>
        {outcome.score === null ? (
          <p className="font-semibold">
            {outcome.reason === 'not_recomputable' ? t('no_number_any_more') : t('no_number')}
          </p>
        ) : (
          <p className="font-mono">
            {lines.length === 0
              ? t('sum_nothing')
              : `${[100, ...lines.map((line) => line.points)].join(' − ')} = ${outcome.score}`}
          </p>
        )}
        <ul className="mt-1.5 text-13 text-ink-2">
          {lines.map((line) => (
            <li key={line.rule}>
              {t(`sum_${line.rule}`, { count: line.counting, weight: line.weight, points: line.points })}
              {line.capped && ` ${t('capped', { cap: line.cap })}`}
            </li>
          ))}
        </ul>
        <p className="mt-1.5 text-13 text-ink-2">
          {t(erasure?.recomputable === false ? 'number_not_recomputable' : 'number_means', {
            policy: `${policy.name}@${policy.version}`,
          })}
        </p>
        {erasure && <p className="mt-1.5 text-13 text-ink-2">{t('erased', { count: erasure.payloads })}</p>}
      </div>
    </section>
  )
}
