import { useTranslation } from 'react-i18next'

import { Chip, type ChipTone } from '@/ui/Chip'

import type { MessageState } from './queries'

const TONES: Record<MessageState, ChipTone> = {
  queued: 'plain',
  sending: 'plain',
  outbox: 'notice',
  sent: 'ok',
  failed: 'grave',
}

export function MessageStateChip({ state }: { state: MessageState }) {
  const { t } = useTranslation('notifications')
  return <Chip tone={TONES[state]}>{t(`states.${state}`)}</Chip>
}
