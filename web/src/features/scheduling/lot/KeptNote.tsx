import { useTranslation } from 'react-i18next'

import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { textLinkLook } from '@/ui/Link'

/** Says that this was begun before, and offers to begin anew. */
export function KeptNote({ onStartOver }: { onStartOver: () => void }) {
  const { t } = useTranslation('lot_schedule')
  const startOver = () => {
    onStartOver()
    return undefined
  }
  return (
    <p className="mb-4 text-ink-2">
      {t('kept')}{' '}
      <ConfirmDialog
        title={t('start_over_title')}
        description={t('start_over_text')}
        confirmLabel={t('start_over')}
        dismissLabel={t('keep_plan')}
        trigger={
          <button type="button" className={textLinkLook}>
            {t('start_over')}
          </button>
        }
        onConfirm={startOver}
      />
    </p>
  )
}
