import { useTranslation } from 'react-i18next'

import type { LinkStatus } from '@/live/contracts'

/** Says when the connection is gone, and what is safe meanwhile. Nothing while all is well. */
export function LinkNotice({ status }: { status: LinkStatus }) {
  const { t } = useTranslation('rooms')
  return (
    <div role="status">
      {status.state === 'reconnecting' && (
        <p className="mb-3 rounded-panel bg-notice-soft px-4 py-3 text-15 text-notice">{t('reconnecting')}</p>
      )}
    </div>
  )
}
