import type { useTranslation } from 'react-i18next'

import type { ReportDocument } from '@/api/messages'
import { costWords, outcomeWords } from '@/features/coding/words'

export type ReportExercise = ReportDocument['code'][number]
export type ReportRun = ReportExercise['runs'][number]
export type ReportText = ReportExercise['texts'][number]

type Translate = ReturnType<typeof useTranslation<'coding'>>['t']

/** One line: how a run ended and what it took. */
export function ranWords(run: ReportRun, t: Translate): string {
  if (run.verdict === null || run.verdict === 'IE') return t('ended_ie')
  const twice = (run.attempts ?? 1) > 1 ? [t('ran_twice')] : []
  return [outcomeWords(run, t), ...costWords(run), ...twice].join(' · ')
}
