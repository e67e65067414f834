import { useTranslation } from 'react-i18next'

import { InterviewSummary } from '@/features/scheduling/InterviewSummary'
import { JourneyPage } from '@/features/scheduling/JourneyPage'
import type { Visit } from '@/features/scheduling/visit'
import type { LocalMedia, LocalMediaState } from '@/media/contracts'
import { Lobby as Layout } from '@/ui/layouts/Lobby'

import type { RoomClient, RoomState } from './client'
import { DeviceProblems } from './DeviceProblems'
import { LeaveButton } from './LeaveButton'
import { LinkNotice } from './LinkNotice'
import { LobbyClock } from './LobbyClock'
import { MediaControls } from './MediaControls'
import { VideoView } from './VideoView'

type Props = {
  visit: Visit
  client: RoomClient
  room: RoomState
  media: LocalMedia
  state: LocalMediaState
  onLeave: () => void
}

/** Waiting to be let in, with the certainty that the others know, how long it is still, and one's own devices. */
export function Lobby({ visit, client, room, media, state, onLeave }: Props) {
  const { t } = useTranslation('rooms')
  const someoneThere = room.participants.some((one) => one.role === 'interviewer' && one.is_connected)
  return (
    <JourneyPage
      organisation={visit.interview.organisation}
      title={t('lobby_title')}
      lead={<p role="status">{someoneThere ? t('lobby_someone') : t('lobby_nobody')}</p>}
      step={4}
      wayOut={<LeaveButton onLeave={onLeave} />}
      foot={
        <div className="flex justify-center gap-3">
          <MediaControls media={media} state={state} />
        </div>
      }
    >
      <Layout
        clock={<LobbyClock interview={visit.interview} link={client.link} someoneThere={someoneThere} />}
        news={
          <>
            <LinkNotice client={client} />
            <DeviceProblems state={state} onRetry={() => void media.open()} />
          </>
        }
        picture={
          <VideoView stream={state.stream} own label={t('your_picture')} className="aspect-4/3 rounded-panel">
            {!state.cameraOn && <p>{t('camera_is_off')}</p>}
          </VideoView>
        }
      >
        <h2 className="mt-8 mb-2 text-20 font-semibold">{t('tips_title')}</h2>
        <ul className="mb-8 list-disc ps-5">
          <li>{t('tip_page')}</li>
          <li>{t('tip_water')}</li>
          <li>{t('tip_think')}</li>
          <li>{t('tip_line')}</li>
        </ul>
        <InterviewSummary interview={visit.interview} />
      </Layout>
    </JourneyPage>
  )
}
