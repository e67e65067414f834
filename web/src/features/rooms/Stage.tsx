import { useTranslation } from 'react-i18next'

import { OverlayToggle } from '@/features/proctoring/overlay/OverlayToggle'
import { useOverlay } from '@/features/proctoring/overlay/useOverlay'
import { classes } from '@/lib/classes'
import { useCell } from '@/lib/useCell'
import type { LocalMediaState, RemotePeer } from '@/media/contracts'
import { Avatar } from '@/ui/Avatar'

import { Captions } from './Captions'
import type { RoomClient, RoomState } from './client'
import { VideoView } from './VideoView'

type Props = {
  client: Pick<RoomClient, 'peers' | 'overlay'> & {
    entry: Pick<RoomClient['entry'], 'participant_id'>
    call: Pick<RoomClient['call'], 'onCaption'>
  }
  room: RoomState
  own: LocalMediaState
  /** A row of small heads above the work. */
  small?: boolean
  /** Beside the work: no higher than leaves room for what stands below. */
  beside?: boolean
  /** What a candidate's device sees may be drawn over their picture now. */
  sharesOverlay?: boolean
}

/** The other large, oneself small in a corner. With several others, everybody has a place of the same size. */
export function Stage({ client, room, own, small = false, beside = false, sharesOverlay = false }: Props) {
  const { t } = useTranslation('rooms')
  const peers = useCell(client.peers)
  const others = room.participants.filter(
    (one) => one.id !== client.entry.participant_id && one.admission === 'admitted',
  )
  const shared = others.length > 1
  const inCorner = !shared && !small
  return (
    <>
      <div
        className={classes(
          'relative mx-auto w-full overflow-hidden rounded-panel',
          !small &&
            (beside ? 'max-w-[calc(48dvh*4/3)]' : 'max-w-[min(100%,calc((100dvh_-_--spacing(60))*4/3))]'),
        )}
      >
        <div className={small ? 'flex gap-1 overflow-x-auto' : shared ? 'grid grid-cols-2 gap-1' : 'grid'}>
          {others.length === 0 && (
            <VideoView stream={null} label={t('nobody_yet')} className={small ? SMALL : 'aspect-4/3'}>
              <p className={small ? 'text-12' : ''}>{t('nobody_yet')}</p>
            </VideoView>
          )}
          {others.map((other) => (
            <Person
              key={other.id}
              person={other}
              peer={peers.find((peer) => peer.participant === other.id)}
              small={small}
              overlay={sharesOverlay && !small && other.role === 'candidate' ? client.overlay : undefined}
            />
          ))}
          <div className={inCorner ? 'absolute end-2.5 bottom-2.5 w-[22%] min-w-20' : undefined}>
            <VideoView
              stream={own.stream}
              own
              label={t('your_picture')}
              className={
                small ? SMALL : shared ? 'aspect-4/3' : 'aspect-4/3 rounded-control ring-2 ring-veil'
              }
            >
              {!own.cameraOn && <p className="text-12">{t('camera_is_off')}</p>}
            </VideoView>
          </div>
        </div>
      </div>
      <Captions call={client.call} room={room} />
    </>
  )
}

const SMALL = 'aspect-4/3 h-20 rounded-control'

type PersonProps = {
  person: RoomState['participants'][number]
  peer: RemotePeer | undefined
  small: boolean
  overlay: RoomClient['overlay'] | undefined
}

function Person({ person, peer, small, overlay }: PersonProps) {
  const { t } = useTranslation('rooms')
  const drawn = useOverlay(overlay)
  const hint = hintOf(person, peer)
  return (
    <div className="relative">
      <VideoView
        stream={peer?.stream ?? null}
        label={person.name}
        drawn={drawn.shown}
        className={small ? SMALL : 'aspect-4/3'}
      >
        {hint && (
          <div className="grid justify-items-center gap-2">
            <Avatar name={person.name} size={small ? 'line' : 'stage'} />
            <p className={small ? 'sr-only' : ''}>{t(hint, { name: person.name })}</p>
          </div>
        )}
      </VideoView>
      <p
        className={classes(
          'stage absolute truncate rounded-mark bg-veil font-medium text-ink',
          small ? 'inset-x-1 bottom-1 px-1 text-12' : 'start-3 bottom-2.5 max-w-[60%] px-1.5 text-13',
        )}
      >
        {person.name}
        {person.is_connected && !person.microphone && <span className="text-ink-2"> · {t('is_muted')}</span>}
      </p>
      {overlay && !hint && <OverlayToggle {...drawn} />}
    </div>
  )
}

/** Why there is no picture, if there is none. Whose page the server has lost may well be seen: the call passes by it. */
function hintOf(person: PersonProps['person'], peer: RemotePeer | undefined) {
  const hasCameraOff = person.is_connected && !person.camera
  if (peer?.state === 'connected') return hasCameraOff ? ('their_camera_off' as const) : null
  if (!person.is_connected && !peer) return 'not_here' as const
  if (!peer || peer.state === 'connecting') return 'picture_coming' as const
  return 'picture_lost' as const
}
