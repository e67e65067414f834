import { useTranslation } from 'react-i18next'

import { Button } from '@/ui/Button'

/** The way out before the talk, without a question: nothing has begun, and the same link leads back. */
export function LeaveButton({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation('rooms')
  return (
    <Button tone="bare" size="candidate" onClick={onLeave}>
      {t('leave')}
    </Button>
  )
}
