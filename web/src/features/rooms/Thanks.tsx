import { useTranslation } from 'react-i18next'

import { JourneyPage } from '@/features/scheduling/JourneyPage'
import type { EvidenceQueue } from '@/live/contracts'

import { SealNote } from './SealNote'

type Props = {
  organisation: string
  /** How many notes the server has not confirmed, if any. */
  undelivered?: number
  /** Where this device's receipts are. */
  queue?: EvidenceQueue
}

/** After the talk. */
export function Thanks({ organisation, undelivered = 0, queue }: Props) {
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
      <SealNote queue={queue} />
    </JourneyPage>
  )
}
