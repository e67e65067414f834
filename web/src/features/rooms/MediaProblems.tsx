import { useTranslation } from 'react-i18next'

import type { LocalMediaState } from '@/media/contracts'
import { Button } from '@/ui/Button'

/** A lost or refused device during the talk: said at once, with what to do. */
export function MediaProblems({ state, onRetry }: { state: LocalMediaState; onRetry: () => void }) {
  const { t } = useTranslation('rooms')
  const sentences = [
    state.cameraProblem && t(`problem_camera_${state.cameraProblem}`),
    state.microphoneProblem && t(`problem_microphone_${state.microphoneProblem}`),
  ].filter((sentence) => sentence !== undefined)
  return (
    <div role="status">
      {sentences.length > 0 && (
        <div className="mb-3 flex flex-wrap items-center justify-between gap-3 rounded-panel bg-notice-soft px-4 py-2.5 text-notice">
          <p>{sentences.join(' ')}</p>
          <Button onClick={onRetry}>{t('look_again')}</Button>
        </div>
      )}
    </div>
  )
}
