import { useTranslation } from 'react-i18next'

import { JourneyPage } from '@/features/scheduling/JourneyPage'
import { InterviewSummary } from '@/features/scheduling/InterviewSummary'
import type { Visit } from '@/features/scheduling/visit'
import type { LocalMedia, LocalMediaState } from '@/media/contracts'

import type { RoomClient, RoomState } from './client'
import { LinkNotice } from './LinkNotice'
import { MediaControls } from './MediaControls'
import { MediaProblems } from './MediaProblems'
import { VideoView } from './VideoView'

type Props = {
  visit: Visit
  client: RoomClient
  room: RoomState
  media: LocalMedia
  state: LocalMediaState
}

/** Waiting to be let in, with the certainty that the others know. */
export function Lobby({ visit, client, room, media, state }: Props) {
  const { t } = useTranslation('rooms')
  const someoneThere = room.participants.some((one) => one.role === 'interviewer' && one.is_connected)
  return (
    <JourneyPage
      organisation={visit.interview.organisation}
      title={t('lobby_title')}
      lead={someoneThere ? t('lobby_someone') : t('lobby_nobody')}
      step={4}
    >
      <LinkNotice client={client} />
      <MediaProblems state={state} onRetry={() => void media.open()} />
      <VideoView stream={state.stream} own label={t('your_picture')} className="aspect-4/3 rounded-panel" />
      <div className="my-5 flex justify-center gap-3">
        <MediaControls media={media} state={state} />
      </div>
      <InterviewSummary interview={visit.interview} />
    </JourneyPage>
  )
}
