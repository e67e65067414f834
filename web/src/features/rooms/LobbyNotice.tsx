import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { Button } from '@/ui/Button'
import { useProblemSentence } from '@/ui/problemSentence'

import type { RoomState } from './client'
import { admit } from './entry'

/** Someone waits: who, and the one thing to do about it. */
export function LobbyNotice({ room, roomSession }: { room: RoomState; roomSession: string }) {
  const waiting = room.participants.filter((one) => one.admission === 'waiting' && one.is_connected)
  return (
    <div role="status" className="grid gap-2">
      {waiting.map((one) => (
        <Waiting key={one.id} id={one.id} name={one.name} roomSession={roomSession} />
      ))}
    </div>
  )
}

function Waiting({ id, name, roomSession }: { id: string; name: string; roomSession: string }) {
  const { t } = useTranslation('rooms')
  const sentence = useProblemSentence()
  const letIn = useMutation({ mutationFn: () => admit(roomSession, id) })
  return (
    <div className="flex animate-appear flex-wrap items-center justify-between gap-3 rounded-panel bg-accent-soft px-4 py-2.5">
      <p>
        {t('waits', { name })}
        {letIn.error && <span className="block text-grave">{sentence(letIn.error)}</span>}
      </p>
      <Button tone="main" busy={letIn.isPending} onClick={() => letIn.mutate()}>
        {t('admit')}
      </Button>
    </div>
  )
}
