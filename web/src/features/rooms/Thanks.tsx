import { useTranslation } from 'react-i18next'

import { JourneyPage } from '@/features/scheduling/JourneyPage'

/** After the talk. `undelivered` is how many notes the server has not confirmed, if any. */
export function Thanks({ organisation, undelivered = 0 }: { organisation: string; undelivered?: number }) {
  const { t } = useTranslation('rooms')
  return (
    <JourneyPage
      organisation={organisation}
      title={t('thanks_title')}
      lead={t('thanks_text', { organisation })}
      step={4}
    >
      <p className="text-15 text-ink-2" role="status">
        {undelivered > 0 ? t('thanks_pending', { count: undelivered }) : t('thanks_delivered')}
      </p>
    </JourneyPage>
  )
}
