import { useTranslation } from 'react-i18next'

import { useProblemSentence } from '@/ui/problemSentence'
import { toast } from '@/ui/toast'

import { type Sendable, useSendAgain, useTakeBack } from './queries'

/** Sends messages again, and takes that back as long as they have not left. */
export function useSending() {
  const { t } = useTranslation('notifications')
  const sentence = useProblemSentence()
  const again = useSendAgain()
  const back = useTakeBack()
  const failed = (problem: unknown) => toast({ text: sentence(problem), tone: 'grave' })
  const takeBack = (ids: string[]) =>
    back
      .mutateAsync(ids)
      .then(({ count }) => toast({ text: count ? t('taken_back', { count }) : t('left_already') }), failed)
  const send = (wanted: { state: Sendable } | { message_ids: string[] }) =>
    again.mutateAsync({ message_ids: [], ...wanted }).then(
      ({ count, message_ids: ids }) =>
        toast({
          text: t('on_their_way', { count }),
          tone: 'ok',
          action: { label: t('undo'), onAct: () => void takeBack(ids) },
        }),
      failed,
    )
  return { send, takeBack, busy: again.isPending }
}
