import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { WorkspacePanel } from '@/features/coding/WorkspacePanel'
import { AttentionLine, isWatched } from '@/features/proctoring/AttentionLine'
import { MomentQueue } from '@/features/proctoring/MomentQueue'
import { RoomRibbon } from '@/features/proctoring/RoomRibbon'
import { SightingDialog } from '@/features/proctoring/SightingDialog'
import type { Progress } from '@/features/reports/scorecard/draft'
import { ScorecardPanel } from '@/features/reports/ScorecardPanel'
import { formatClock, formatList } from '@/lib/locale'
import { useCell } from '@/lib/useCell'
import { browserZone } from '@/lib/zones'
import type { LocalMedia, LocalMediaState } from '@/media/contracts'
import { Button } from '@/ui/Button'
import { Chip } from '@/ui/Chip'
import { Room } from '@/ui/layouts/Room'
import { Loading } from '@/ui/Loading'
import { Mark } from '@/ui/Mark'
import { usePageTitle } from '@/ui/usePageTitle'

import type { RoomClient, RoomState } from './client'
import { reviewIncident } from './entry'
import { useElapsed, useHangUpWhenRefused } from './hooks'
import { LastHeard } from './LastHeard'
import { LeaveRoom } from './LeaveRoom'
import { LinkNotice } from './LinkNotice'
import { LobbyNotice } from './LobbyNotice'
import { MediaControls } from './MediaControls'
import { MediaProblems } from './MediaProblems'
import { Outside } from './Outside'
import { useRefusalSentence } from './refusal'
import { SessionControl } from './SessionControl'
import { Stage } from './Stage'

type Props = { client: RoomClient; interviewId: string; media: LocalMedia; state: LocalMediaState }

/** The talk as the interviewer leads it: the person and attention left, the work right, start and end below. */
export function InterviewerRoom({ client, interviewId, media, state }: Props) {
  const { t } = useTranslation('rooms')
  const room = useCell(client.room)
  const status = useCell(client.status)
  const refusal = useRefusalSentence()
  useHangUpWhenRefused(client, media)
  useReportAfterEnd(client, room?.state === 'ended')
  usePageTitle(room?.title)

  if (status.state === 'refused') {
    return (
      <Outside title={t('refused_title')} lead={refusal(status.code)} interviewId={interviewId}>
        <Button tone="main" onClick={() => location.reload()}>
          {t('use_here')}
        </Button>
      </Outside>
    )
  }
  if (!room) return <Loading />
  return <Inside client={client} interviewId={interviewId} room={room} media={media} state={state} />
}

function Inside({ client, interviewId, room, media, state }: Props & { room: RoomState }) {
  const { t } = useTranslation('rooms')
  const { room_session_id: roomSession } = client.entry
  const [progress, setProgress] = useState<Progress>()
  const nowMs = () =>
    room.started_us && Math.max(0, Math.round((client.link.serverNow().us - room.started_us) / 1000))
  return (
    <Room
      header={<RoomHeader client={client} room={room} />}
      notices={
        <>
          <LinkNotice client={client} />
          <LastHeard client={client} room={room} />
          <LobbyNotice room={room} roomSession={roomSession} />
          <MediaProblems state={state} onRetry={() => void media.open()} />
        </>
      }
      stage={(small) => <People client={client} room={room} own={state} small={small} />}
      beside={<Attention client={client} room={room} />}
      talkLabel={t('talk_tab')}
      proportions="talk"
      tabs={[
        {
          value: 'code',
          label: t('code_tab'),
          content: <WorkspacePanel workspace={client.workspace} lead={interviewId} />,
        },
        {
          value: 'scorecard',
          label: progress ? t('scorecard_tab_progress', progress) : t('scorecard_tab'),
          content: (
            <div className="h-full overflow-y-auto bg-surface p-4">
              <ScorecardPanel roomSession={roomSession} nowMs={nowMs} onProgress={setProgress} />
            </div>
          ),
        },
      ]}
      footer={
        <footer className="z-10 flex flex-wrap items-center justify-center gap-x-2 gap-y-1 border-t border-line bg-paper px-4 py-1.5 max-desk:sticky max-desk:bottom-0">
          <MediaControls media={media} state={state} />
          <LeaveRoom interviewId={interviewId} />
          <SessionControl room={room} roomSession={roomSession} />
        </footer>
      }
    />
  )
}

type PeopleProps = { client: RoomClient; room: RoomState; own: LocalMediaState; small: boolean }

/** The stage, with what the candidate's device sees where it observes. */
function People({ client, room, own, small }: PeopleProps) {
  const attention = useCell(client.attention)
  const isObserved = room.state === 'live' && isWatched(attention)
  const sharesOverlay = isObserved && client.entry.policy.shares_overlay
  return <Stage client={client} room={room} own={own} small={small} beside sharesOverlay={sharesOverlay} />
}

function RoomHeader({ client, room }: { client: RoomClient; room: RoomState }) {
  const { t } = useTranslation('rooms')
  const elapsed = useElapsed(room.started_us, client.link)
  return (
    <header className="flex min-h-13 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-5 py-2">
      <Mark />
      <h1 tabIndex={-1} className="font-semibold">
        {room.title}
      </h1>
      {room.state === 'live' ? (
        <Chip tone="live">{formatClock(elapsed)}</Chip>
      ) : (
        <Chip>{t('not_started')}</Chip>
      )}
      <span className="ms-auto text-13 text-ink-2 max-desk:hidden">
        {t('times_in', { zone: browserZone() })}
      </span>
    </header>
  )
}

function Attention({ client, room }: { client: RoomClient; room: RoomState }) {
  const attention = useCell(client.attention)
  const incidents = useCell(client.incidents)
  const { t } = useTranslation('proctoring')
  const { rules, without, shares_overlay: sharesOverlay } = client.entry.policy
  const candidate = room.participants.find((one) => one.role === 'candidate')
  return (
    <>
      <AttentionLine
        attention={attention}
        live={room.state === 'live'}
        present={candidate?.is_connected ?? false}
      />
      {without.length > 0 && (
        <p className="text-13 font-medium">
          {t('not_counted', { rules: formatList(without.map((rule) => t(`rule_${rule}`))) })}
        </p>
      )}
      {room.state === 'live' && isWatched(attention) && !sharesOverlay && (
        <p className="text-13 text-ink-2">{t('overlay_not_shared')}</p>
      )}
      <RoomRibbon
        incidents={incidents?.incidents ?? []}
        rules={rules}
        startedUs={room.started_us}
        link={client.link}
      />
      <MomentQueue
        incidents={incidents?.incidents ?? []}
        rules={rules}
        startedUs={room.started_us}
        room={client.entry.room_session_id}
        onReview={(incident, review) => reviewIncident(client.entry.room_session_id, incident, review)}
      />
      {room.state === 'live' && (
        <p>
          <SightingDialog roomSession={client.entry.room_session_id} without={without} />
        </p>
      )}
    </>
  )
}

/** After the end: delivers what is left, then opens the report. */
function useReportAfterEnd(client: RoomClient, ended: boolean): void {
  const navigate = useNavigate()
  const id = client.entry.room_session_id
  useEffect(() => {
    if (!ended) return
    const open = () => void navigate({ to: '/reports/$id', params: { id } })
    client.finish('ended').then(open, open)
  }, [client, ended, navigate, id])
}
