import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { Button } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { useProblemSentence } from '@/ui/problemSentence'

import type { RoomState } from './client'
import { admit, remove } from './entry'

type Participant = RoomState['participants'][number]

/** Someone waits, or was sent out: who, and what can be done about it. */
export function LobbyNotice({ room, roomSession }: { room: RoomState; roomSession: string }) {
  const outside = room.participants.filter(
    (one) => one.admission === 'removed' || (one.admission === 'waiting' && one.is_connected),
  )
  return (
    <div role="status">
      {outside.map((one) => (
        <Outsider key={one.id} person={one} roomSession={roomSession} />
      ))}
    </div>
  )
}

function Outsider({ person, roomSession }: { person: Participant; roomSession: string }) {
  const { t } = useTranslation('rooms')
  const sentence = useProblemSentence()
  const { id, name } = person
  const letIn = useMutation({ mutationFn: () => admit(roomSession, id) })
  const waits = person.admission === 'waiting'
  return (
    <div className="mb-3 flex animate-appear flex-wrap items-center justify-between gap-3 rounded-panel bg-accent-soft px-4 py-2.5">
      <p>
        {waits ? t('waits', { name }) : t('was_sent_out', { name })}
        {letIn.error && <span className="block text-grave">{sentence(letIn.error)}</span>}
      </p>
      <span className="flex flex-wrap gap-2">
        {waits && (
          <ConfirmDialog
            title={t('send_out_title', { name })}
            description={t('send_out_text')}
            confirmLabel={t('send_out')}
            trigger={<Button tone="bare">{t('send_out')}</Button>}
            onConfirm={() => remove(roomSession, id)}
          />
        )}
        <Button tone="main" busy={letIn.isPending} onClick={() => letIn.mutate()}>
          {waits ? t('admit') : t('admit_again')}
        </Button>
      </span>
    </div>
  )
}
