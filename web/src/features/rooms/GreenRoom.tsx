import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { JourneyPage } from '@/features/scheduling/JourneyPage'
import type { LocalMedia, LocalMediaState } from '@/media/contracts'
import { Button } from '@/ui/Button'
import { Lobby } from '@/ui/layouts/Lobby'
import { textLinkLook } from '@/ui/Link'
import type { Observer } from '@/vision/contracts'

import { DeviceProblems } from './DeviceProblems'
import { DevicePicker } from './DevicePicker'
import { LineAdvice } from './LineAdvice'
import { PictureAdvice } from './PictureAdvice'
import { SpeakerTest } from './SpeakerTest'
import { VideoView } from './VideoView'
import { VoiceMeter } from './VoiceMeter'

type Props = {
  organisation: string
  media: LocalMedia
  state: LocalMediaState
  observer: Observer | undefined
  onReady: () => void
  onBack: () => void
  wayOut: ReactNode
}

/** Camera, microphone and speaker, before anybody else sees or hears. */
export function GreenRoom({ organisation, media, state, observer, onReady, onBack, wayOut }: Props) {
  const { t } = useTranslation('rooms')
  return (
    <JourneyPage
      organisation={organisation}
      title={t('green_title')}
      lead={t('green_lead')}
      step={3}
      onBack={onBack}
      wayOut={wayOut}
      foot={<ReadyButtons media={media} state={state} onReady={onReady} />}
    >
      <DeviceChecks media={media} state={state} observer={observer} />
      <p className="mt-8 text-15 text-ink-2">
        {t('green_foot')}{' '}
        {observer && (
          <a href="/about-models" target="_blank" rel="noreferrer" className={textLinkLook}>
            {t('which_models')}
          </a>
        )}
      </p>
    </JourneyPage>
  )
}

type ChecksProps = Pick<Props, 'media' | 'state'> & { observer?: Observer | undefined }

/** One's picture, one's voice, a sound; and for whatever does not work, what to do. */
export function DeviceChecks({ media, state, observer }: ChecksProps) {
  const { t } = useTranslation('rooms')
  const hasCamera = state.stream.getVideoTracks().length > 0
  const problem = state.cameraProblem ?? state.microphoneProblem
  return (
    <Lobby
      picture={
        <VideoView stream={state.stream} own label={t('your_picture')} className="aspect-4/3 rounded-panel">
          {!hasCamera && <p>{problem ? t('no_picture') : t('asking_browser')}</p>}
        </VideoView>
      }
    >
      <VoiceMeter media={media} state={state} />
      {observer && <PictureAdvice observer={observer} hasPicture={hasCamera} />}
      <DeviceProblems state={state} />
      <LineAdvice />
      <DevicePicker media={media} state={state} size="candidate" withAdvice />
      <SpeakerTest />
    </Lobby>
  )
}

/** One next step, that fits what works. */
function ReadyButtons({ media, state, onReady }: Pick<Props, 'media' | 'state' | 'onReady'>) {
  const { t } = useTranslation('rooms')
  const hasCamera = state.stream.getVideoTracks().length > 0
  const hasMicrophone = state.stream.getAudioTracks().length > 0
  const lookAgain = (tone: 'main' | 'plain') => (
    <Button tone={tone} size="candidate" onClick={() => void media.open()}>
      {t('look_again')}
    </Button>
  )
  if (hasMicrophone && state.cameraProblem)
    return (
      <>
        <Button tone="main" size="candidate" onClick={onReady}>
          {t('green_sound_only')}
        </Button>
        {lookAgain('plain')}
      </>
    )
  if (state.microphoneProblem) return lookAgain('main')
  return (
    <Button tone="main" size="candidate" disabled={!hasCamera || !hasMicrophone} onClick={onReady}>
      {t('green_ready')}
    </Button>
  )
}
