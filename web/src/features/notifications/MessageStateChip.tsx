import { useTranslation } from 'react-i18next'

import { Chip, type ChipTone } from '@/ui/Chip'

import type { MessageRow, MessageState } from './queries'

const TONES: Record<MessageState, ChipTone> = {
  queued: 'plain',
  sending: 'plain',
  outbox: 'notice',
  sent: 'ok',
  failed: 'grave',
  replaced: 'plain',
}

/** What was interrupted in the hand-over is neither sent nor undelivered, as far as anyone knows. */
export function MessageStateChip({ message: { state, error_code } }: { message: MessageRow }) {
  const { t } = useTranslation('notifications')
  if (state === 'failed' && error_code === 'delivery_interrupted') {
    return <Chip tone="notice">{t('states.unsure')}</Chip>
  }
  return <Chip tone={TONES[state]}>{t(`states.${state}`)}</Chip>
}
