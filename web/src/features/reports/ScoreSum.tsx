import { useTranslation } from 'react-i18next'

import type { ReportDocument } from '@/api/messages'
import { Opener } from '@/ui/Fold'
import { Passage } from '@/ui/layouts/Document'

import { Addend } from './Addend'
import { addendId, type Reading } from './reading'

type Rule = ReportDocument['outcome']['rules'][number]
type Props = { report: ReportDocument; reading: Reading }

/** The number with its sum, each addend of which opens; without enough evidence, the reason why there is none. */
export function ScoreSum({ report, reading }: Props) {
  const { t } = useTranslation('reports')
  const { outcome } = report
  const lines = outcome.score === null ? [] : outcome.rules.filter((rule) => rule.points > 0)
  return (
    <section aria-label={t('attention')} className="my-5">
      <Passage note={<Meaning report={report} />}>
        <div className="border-y border-line py-4">
          <div className="grid items-center gap-x-7 gap-y-2 sm:grid-cols-[auto_1fr]">
            <p
              className="font-serif text-[--spacing(16)]/none font-semibold tracking-tight"
              data-testid="score"
            >
              {outcome.score ?? '–'}
            </p>
            <div>
              {outcome.score === null ? (
                <p className="font-semibold">
                  {outcome.reason === 'not_recomputable' ? t('no_number_any_more') : t('no_number')}
                </p>
              ) : (
                <Equation lines={lines} score={outcome.score} reading={reading} />
              )}
              <ul className="mt-1 text-13 text-ink-2">
                {lines.map((line) => (
                  <li key={line.rule} className="me-1.5 inline">
                    <LineWords line={line} />
                  </li>
                ))}
              </ul>
            </div>
          </div>
          {lines.map((line) => (
            <Addend key={line.rule} line={line} report={report} reading={reading} />
          ))}
        </div>
      </Passage>
    </section>
  )
}

function Equation({ lines, score, reading }: { lines: readonly Rule[]; score: number; reading: Reading }) {
  const { t } = useTranslation('reports')
  const say = useLineWords()
  if (lines.length === 0) return <p className="font-mono">{t('sum_nothing')}</p>
  return (
    <p className="flex flex-wrap items-center font-mono text-17">
      <span className="me-1">100</span>
      {lines.map((line) => {
        const id = addendId(line.rule)
        return (
          <span key={line.rule} className="whitespace-nowrap">
            <span className="me-1">−</span>
            <Opener
              id={id}
              open={reading.isOpen(id)}
              onToggle={() => reading.toggle(id)}
              label={t('open_addend', { points: line.points, words: say(line) })}
              className="me-1 min-h-8 min-w-6 px-1 text-center underline decoration-evidence-mark decoration-2 underline-offset-5 hover:bg-evidence-soft aria-expanded:bg-evidence-soft"
            >
              {line.points}
            </Opener>
          </span>
        )
      })}
      <span className="whitespace-nowrap">= {score}</span>
    </p>
  )
}

function LineWords({ line }: { line: Rule }) {
  return useLineWords()(line)
}

function useLineWords() {
  const { t } = useTranslation('reports')
  return ({ rule, counting, weight, points, capped, cap }: Rule) =>
    `${t(`sum_${rule}`, { count: counting, weight, points })}${capped ? ` ${t('capped', { cap })}` : ''}`
}

/** As the log names it. */
function referenceOf({ name, version, without }: ReportDocument['policy']): string {
  const installed = `${name}@${version}`
  return without ? `${installed} without ${without.join(', ')}` : installed
}

/** What the number is and what it is not. */
function Meaning({ report: { policy, outcome, erasure } }: { report: ReportDocument }) {
  const { t } = useTranslation('reports')
  const key =
    erasure?.recomputable === false
      ? 'number_not_recomputable'
      : outcome.score === null
        ? 'no_number_means'
        : 'number_means'
  return (
    <>
      <p>{t(key, { policy: referenceOf(policy) })}</p>
      {erasure && <p>{t('erased', { count: erasure.payloads })}</p>}
    </>
  )
}
