import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'

import { isLineSlow, onLineChange } from '@/lib/connection'
import { Notice } from '@/ui/Notice'

/** Says when the browser takes the line for slow. It keeps nobody from going on. */
export function LineAdvice() {
  const { t } = useTranslation('rooms')
  const isSlow = useSyncExternalStore(onLineChange, isLineSlow)
  return (
    <div role="status">
      {isSlow && (
        <Notice title={t('line_slow')}>
          <p>{t('line_next')}</p>
          <p className="text-ink-2">{t('line_safe')}</p>
        </Notice>
      )}
    </div>
  )
}
