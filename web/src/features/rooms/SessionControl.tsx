import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { Button } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { useProblemSentence } from '@/ui/problemSentence'

import type { RoomState } from './client'
import { endSession, remove, startSession } from './entry'

/** Start and end are explicit acts, set apart from what switches something; ending asks once. */
export function SessionControl({ room, roomSession }: { room: RoomState; roomSession: string }) {
  const { t } = useTranslation('rooms')
  const sentence = useProblemSentence()
  const start = useMutation({ mutationFn: () => startSession(roomSession) })
  const candidate = room.participants.find((one) => one.role === 'candidate')
  const ready = candidate?.admission === 'admitted' && candidate.is_connected

  if (room.state === 'live') {
    return (
      <span className="flex flex-wrap items-center gap-2 border-line desk:ms-4 desk:border-s desk:ps-6">
        {candidate?.admission === 'admitted' && (
          <ConfirmDialog
            title={t('send_out_title', { name: candidate.name })}
            description={t('send_out_text')}
            confirmLabel={t('send_out')}
            trigger={<Button tone="bare">{t('send_out')}</Button>}
            onConfirm={() => remove(roomSession, candidate.id)}
          />
        )}
        <ConfirmDialog
          title={t('end_title')}
          description={t('end_text')}
          confirmLabel={t('end')}
          trigger={<Button tone="grave">{t('end')}</Button>}
          onConfirm={() => endSession(roomSession)}
        />
      </span>
    )
  }
  return (
    <span className="flex flex-wrap items-center gap-3 desk:ms-4">
      <Button tone="main" busy={start.isPending} disabled={!ready} onClick={() => start.mutate()}>
        {t('start')}
      </Button>
      <p role="status" className="text-13 text-ink-2">
        {start.error ? sentence(start.error) : !ready && t('start_needs')}
      </p>
    </span>
  )
}
