import { useTranslation } from 'react-i18next'

import { useMe } from '@/features/accounts/queries'
import { formatDate } from '@/lib/locale'

import type { MessageRow } from './queries'

/** When it went out or will be tried next, or why it did not. */
export function useWhatNow() {
  const { t } = useTranslation(['notifications', 'errors'])
  const { zone } = useMe()
  return ({ state, error_code, next_try_at, sent_at, attempts, can_be_taken_back }: MessageRow): string => {
    if (can_be_taken_back) return t('leaves_soon')
    if (state === 'sent') return sent_at ? t('sent_at', { time: formatDate(sent_at, zone, 'moment') }) : ''
    if (state === 'queued' && attempts > 0 && next_try_at)
      return `${t('attempts', { count: attempts })} ${t('next_try', { time: formatDate(next_try_at, zone, 'time') })}`
    return state === 'failed' ? t(`errors:${error_code}`, { defaultValue: t('errors:delivery_failed') }) : ''
  }
}
