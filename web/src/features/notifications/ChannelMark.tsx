import { Mail, MessageSquareText } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import type { MessageRow } from './queries'

const ICONS = { email: Mail, sms: MessageSquareText }

/** Whether it is a letter or a text message, said by its shape. */
export function ChannelMark({ channel }: { channel: MessageRow['channel'] }) {
  const { t } = useTranslation('notifications')
  const Icon = ICONS[channel]
  return <Icon role="img" aria-label={t(`channels.${channel}`)} className="mt-1 size-4 shrink-0 text-ink-3" />
}
