import { useTranslation } from 'react-i18next'

import { FairviewProblem } from '@/api/problem'
import { Button } from '@/ui/Button'

import { useClashSentence } from './clash'

type Props = { problem: FairviewProblem; busy: boolean; onAnyway: () => void }

export function isOverlap(problem: unknown): problem is FairviewProblem {
  return problem instanceof FairviewProblem && ['interviewer_busy', 'candidate_busy'].includes(problem.code)
}

/** Somebody is taken at that time: who, with whom and when, and the way to mean it all the same. */
export function OverlapNotice({ problem, busy, onAnyway }: Props) {
  const { t } = useTranslation('scheduling')
  const sentence = useClashSentence()
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center justify-between gap-3 rounded-panel bg-notice-soft px-4 py-3"
    >
      <p className="min-w-0 flex-1 basis-64">{sentence(problem)}</p>
      <Button busy={busy} onClick={onAnyway}>
        {t('plan_anyway')}
      </Button>
    </div>
  )
}
