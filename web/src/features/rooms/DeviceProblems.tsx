import { useTranslation } from 'react-i18next'

import { browserKind } from '@/media/browser'
import type { LocalMediaState, MediaProblem } from '@/media/contracts'
import { Button } from '@/ui/Button'
import { Notice } from '@/ui/Notice'

type Kind = 'camera' | 'microphone'

type Props = {
  state: LocalMediaState
  /** Left out where the page's own next step is to try again. */
  onRetry?: () => void
}

/** What is wrong with camera and microphone: what happened, what is safe, and the one thing to do next. */
export function DeviceProblems({ state, onRetry }: Props) {
  const { cameraProblem, microphoneProblem } = state
  // Where the browser refuses or lacks both, it is for one reason, and one answer mends both.
  const isOne = cameraProblem === microphoneProblem && SHARED.includes(cameraProblem)
  return (
    <div role="status">
      {cameraProblem && <Problem kind="camera" problem={cameraProblem} onRetry={onRetry} />}
      {microphoneProblem && !isOne && (
        <Problem kind="microphone" problem={microphoneProblem} onRetry={onRetry} />
      )}
    </div>
  )
}

const SHARED: readonly (MediaProblem | undefined)[] = ['denied', 'insecure', 'unsupported']
/** Nothing that a person does here changes these. */
const NOT_HERE: readonly MediaProblem[] = ['insecure', 'unsupported']

type ProblemProps = { kind: Kind; problem: MediaProblem; onRetry?: (() => void) | undefined }

function Problem({ kind, problem, onRetry }: ProblemProps) {
  const { t } = useTranslation('rooms')
  return (
    <Notice
      title={t(`problem_${kind}_${problem}`)}
      action={
        onRetry &&
        !NOT_HERE.includes(problem) && (
          <Button size="candidate" onClick={onRetry}>
            {t('look_again')}
          </Button>
        )
      }
    >
      <p>{problem === 'denied' ? t(`allow_${browserKind()}`) : t(`next_${kind}_${problem}`)}</p>
      <p className="text-ink-2">{t(`safe_${kind}`)}</p>
    </Notice>
  )
}
