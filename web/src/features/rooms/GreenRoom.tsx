import { useTranslation } from 'react-i18next'

import { JourneyPage } from '@/features/scheduling/JourneyPage'
import type { Visit } from '@/features/scheduling/visit'
import type { LocalMedia, LocalMediaState } from '@/media/contracts'
import { Button } from '@/ui/Button'
import { textLinkLook } from '@/ui/Link'
import type { Observer } from '@/vision/contracts'

import { DevicePicker } from './DevicePicker'
import { PictureAdvice } from './PictureAdvice'
import { VideoView } from './VideoView'

type Props = {
  visit: Visit
  media: LocalMedia
  state: LocalMediaState
  observer: Observer | undefined
  onReady: () => void
}

/** Camera and microphone, before anybody else sees or hears. */
export function GreenRoom({ visit, media, state, observer, onReady }: Props) {
  const { t } = useTranslation('rooms')
  const hasCamera = state.stream.getVideoTracks().length > 0
  const hasMicrophone = state.stream.getAudioTracks().length > 0
  const problem = state.cameraProblem ?? state.microphoneProblem
  return (
    <JourneyPage
      organisation={visit.interview.organisation}
      title={t('green_title')}
      lead={t('green_lead')}
      step={3}
    >
      <VideoView
        stream={state.stream}
        own
        label={t('your_picture')}
        className="mb-3 aspect-4/3 rounded-panel"
      >
        {!hasCamera && <p className="text-15">{problem ? t('no_picture') : t('asking_browser')}</p>}
      </VideoView>
      {observer && hasCamera && <PictureAdvice observer={observer} />}
      <DevicePicker media={media} state={state} size="candidate" />
      {problem === 'denied' && <p className="mt-4 text-15 text-ink-2">{t('how_to_allow')}</p>}
      <div className="mt-7 flex flex-wrap items-center gap-4">
        <Button tone="main" size="candidate" disabled={!hasCamera || !hasMicrophone} onClick={onReady}>
          {t('green_ready')}
        </Button>
        {state.cameraProblem && hasMicrophone && (
          <Button size="candidate" onClick={onReady}>
            {t('green_sound_only')}
          </Button>
        )}
        {problem && (
          <Button size="candidate" onClick={() => void media.open()}>
            {t('look_again')}
          </Button>
        )}
      </div>
      <p className="mt-7 text-13 text-ink-2">
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
