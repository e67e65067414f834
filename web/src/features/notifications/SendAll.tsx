import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { useMay } from '@/features/accounts/queries'
import { Button } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { toast } from '@/ui/toast'

import { type Sendable, sendableQuery, useRetryAll } from './queries'

/** Sends all that lie in the outbox, or all that failed, after saying how many. Where there are none that can
 *  be sent together it is not there. */
export function SendAll({ state }: { state: Sendable }) {
  const { t } = useTranslation('notifications')
  const maySend = useMay('messages.send')
  const count = useQuery(sendableQuery).data?.[state] ?? 0
  const retry = useRetryAll()
  if (!maySend || !count) return null
  const send = async () => {
    const sent = await retry.mutateAsync(state)
    toast({ text: t('on_their_way', { count: sent.count }), tone: 'ok' })
  }
  return (
    <ConfirmDialog
      title={t('send_all_title', { count })}
      description={t(`send_all_${state}`)}
      tone="main"
      confirmLabel={t('send_all', { count })}
      trigger={<Button tone="main">{t('send_all', { count })}</Button>}
      onConfirm={send}
    />
  )
}
