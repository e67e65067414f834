import { useTranslation } from 'react-i18next'

import { useCell } from '@/lib/useCell'
import type { LocalMediaState, RemotePeer } from '@/media/contracts'

import type { RoomClient, RoomState } from './client'
import { VideoView } from './VideoView'

type Props = { client: RoomClient; room: RoomState; own: LocalMediaState }

/** The other large, oneself small in a corner. With several others, everybody has a place of the same size. */
export function Stage({ client, room, own }: Props) {
  const { t } = useTranslation('rooms')
  const peers = useCell(client.peers)
  const others = room.participants.filter(
    (one) => one.id !== client.entry.participant_id && one.admission === 'admitted',
  )
  const shared = others.length > 1
  return (
    <div className="relative mx-auto w-full max-w-[min(100%,calc((100dvh-15rem)*4/3))] overflow-hidden rounded-panel">
      <div className={shared ? 'grid grid-cols-2 gap-1' : 'grid'}>
        {others.length === 0 && (
          <VideoView stream={null} label={t('nobody_yet')} className="aspect-4/3">
            <p>{t('nobody_yet')}</p>
          </VideoView>
        )}
        {others.map((other) => (
          <Person key={other.id} person={other} peer={peers.find((peer) => peer.participant === other.id)} />
        ))}
        <div className={shared ? undefined : 'absolute right-2.5 bottom-2.5 w-[22%] min-w-20'}>
          <VideoView
            stream={own.stream}
            own
            label={t('your_picture')}
            className={shared ? 'aspect-4/3' : 'aspect-4/3 rounded-control ring-2 ring-veil'}
          >
            {!own.cameraOn && <p className="text-12">{t('camera_is_off')}</p>}
          </VideoView>
        </div>
      </div>
    </div>
  )
}

type PersonProps = { person: RoomState['participants'][number]; peer: RemotePeer | undefined }

function Person({ person, peer }: PersonProps) {
  const { t } = useTranslation('rooms')
  const hint = hintOf(person, peer)
  return (
    <div className="relative">
      <VideoView stream={peer?.stream ?? null} label={person.name} className="aspect-4/3">
        {hint && <p>{t(hint, { name: person.name })}</p>}
      </VideoView>
      <p className="stage absolute bottom-2.5 left-3 max-w-[60%] truncate rounded-mark bg-veil px-1.5 text-13 font-medium text-ink">
        {person.name}
        {!person.microphone && <span className="text-ink-2"> · {t('is_muted')}</span>}
      </p>
    </div>
  )
}

/** Why there is no picture, if there is none. */
function hintOf(person: PersonProps['person'], peer: RemotePeer | undefined) {
  if (peer?.state === 'connected') return person.camera ? null : ('their_camera_off' as const)
  if (!person.is_connected && !peer) return 'not_here' as const
  if (!peer || peer.state === 'connecting') return 'picture_coming' as const
  return 'picture_lost' as const
}
