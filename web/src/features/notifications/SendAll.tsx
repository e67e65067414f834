import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { useMay } from '@/features/accounts/queries'
import { Button } from '@/ui/Button'

import { type Sendable, sendableQuery } from './queries'
import { useSending } from './useSending'

/** Sends all that lie in the outbox, or all that failed. Where there are none that can be sent together it is not
 *  there. */
export function SendAll({ state }: { state: Sendable }) {
  const { t } = useTranslation('notifications')
  const maySend = useMay('messages.send')
  const count = useQuery(sendableQuery).data?.[state] ?? 0
  const { send, busy } = useSending()
  if (!maySend || !count) return null
  return (
    <div className="grid justify-items-end gap-1">
      <Button tone="main" busy={busy} onClick={() => void send({ state })}>
        {t('send_all', { count })}
      </Button>
      <p className="max-w-xs text-end text-13 text-ink-2">{t(`send_all_${state}`)}</p>
    </div>
  )
}
