import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { watch } from '@/features/proctoring/payloads'
import { type AttentionRecorder, recordAttention } from '@/features/proctoring/recorder'
import type { Watching } from '@/features/proctoring/watching'
import { tellOfWork } from '@/features/proctoring/work'
import { JourneyPage } from '@/features/scheduling/JourneyPage'
import type { Visit } from '@/features/scheduling/visit'
import { useCell } from '@/lib/useCell'
import { note } from '@/live/note'
import type { LocalMedia, LocalMediaState } from '@/media/contracts'
import { Button } from '@/ui/Button'
import { Failure } from '@/ui/Failure'
import { Loading } from '@/ui/Loading'

import { CandidateCall } from './CandidateCall'
import type { RoomClient } from './client'
import { enterAsCandidate } from './entry'
import { useHangUpWhenRefused } from './hooks'
import { Left } from './Left'
import { Lobby } from './Lobby'
import { useRefusalSentence } from './refusal'
import { Thanks } from './Thanks'
import { useRoomClient } from './useRoomClient'

type Props = {
  visit: Visit
  media: LocalMedia
  state: LocalMediaState
  watching: Watching | undefined
}

/** The lobby, the talk and the end of it, on one connection. */
export function CandidateRoom(props: Props) {
  const { t } = useTranslation('rooms')
  const entering = useRoomClient(enterAsCandidate, props.media)
  const { organisation } = props.visit.interview
  switch (entering.state) {
    case 'entering':
      return <Loading />
    case 'failed':
      return (
        <JourneyPage organisation={organisation} title={t('cannot_join_title')}>
          <Failure problem={entering.problem} retry={entering.retry} />
        </JourneyPage>
      )
    case 'other_tab':
      return <OtherTab organisation={organisation} takeOver={entering.takeOver} />
    case 'inside':
      return <InsideRoom {...props} client={entering.client} />
  }
}

function InsideRoom({ client, visit, media, state, watching }: Props & { client: RoomClient }) {
  const { t } = useTranslation('rooms')
  const status = useCell(client.status)
  const room = useCell(client.room)
  const refusal = useRefusalSentence()
  const [left, setLeft] = useState(false)
  const undelivered = useFinish(client, media, room?.state === 'ended')
  useHangUpWhenRefused(client, media)
  useToldDevice(client, watching)
  useRecordedAttention(client, watching, room?.state === 'live' && status.state !== 'refused')

  const { organisation } = visit.interview
  if (undelivered !== undefined) {
    return <Thanks visit={visit} undelivered={undelivered} queue={client.queue} />
  }
  if (left) return <Left organisation={organisation} onBack={() => location.reload()} />
  if (status.state === 'refused') {
    return (
      <JourneyPage
        organisation={organisation}
        title={t('refused_title')}
        lead={refusal(status.code)}
        foot={
          CAN_COME_BACK.includes(status.code) && (
            <Button tone="main" size="candidate" onClick={() => location.reload()}>
              {t('use_here')}
            </Button>
          )
        }
      />
    )
  }
  if (!room) return <Loading />
  const leave = async () => {
    await client.queue.flush(LEAVE_LIMIT_MS).catch(() => undefined)
    client.leave()
    media.close()
    setLeft(true)
  }
  const me = room.participants.find((one) => one.id === client.entry.participant_id)
  if (me?.admission !== 'admitted') {
    return (
      <Lobby
        visit={visit}
        client={client}
        room={room}
        media={media}
        state={state}
        onLeave={() => void leave()}
      />
    )
  }
  return (
    <CandidateCall
      visit={visit}
      client={client}
      room={room}
      media={media}
      state={state}
      watching={watching}
      onLeave={leave}
    />
  )
}

const LEAVE_LIMIT_MS = 3000

const CAN_COME_BACK = ['opened_elsewhere', 'other_tab', 'protocol', 'too_slow', 'ticket_expired']

function OtherTab({ organisation, takeOver }: { organisation: string; takeOver: () => void }) {
  const { t } = useTranslation('rooms')
  return (
    <JourneyPage
      organisation={organisation}
      title={t('other_tab_title')}
      lead={t('other_tab_text')}
      foot={
        <Button tone="main" size="candidate" onClick={takeOver}>
          {t('use_here')}
        </Button>
      }
    />
  )
}

/** Once the interview has ended: hangs up and delivers what is left. Says how many notes still wait (0 when done). */
function useFinish(client: RoomClient, media: LocalMedia, ended: boolean): number | undefined {
  const pending = useCell(client.pending)
  useEffect(() => {
    if (!ended) return
    media.close()
    void client.finish('ended')
  }, [client, media, ended])
  return ended ? pending : undefined
}

const LISTEN_EVERY_MS = 200

/** What the device cannot see by itself: where the person works, and how loud the others are. */
function useToldDevice(client: RoomClient, watching: Watching | undefined): void {
  useEffect(() => watching && tellOfWork(watching.observer), [watching])
  useEffect(() => {
    if (!watching?.offers('sound')) return
    const timer = setInterval(
      () => watching.sound.heardOthers(client.call.othersLevel(), performance.now()),
      LISTEN_EVERY_MS,
    )
    return () => clearInterval(timer)
  }, [client, watching])
}

function useRecordedAttention(client: RoomClient, watching: Watching | undefined, live: boolean): void {
  const recorder = useRef<AttentionRecorder>(undefined)
  useEffect(() => {
    if (!watching) return
    const { observer, watchers, neutral, calibration, liveness } = watching
    const started = recordAttention(
      { observer, watchers, neutral, calibration: calibration.get(), liveness },
      client.queue,
    )
    recorder.current = started
    return () => started.stop()
  }, [client, watching])
  useEffect(() => recorder.current?.setLive(live), [client, watching, live])
  useEffect(() => {
    if (live && !watching) note(client.queue, watch('faces', 'unavailable', 'no_consent'))
  }, [client, watching, live])
}
