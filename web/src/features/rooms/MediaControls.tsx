import { Mic, MicOff, Settings2, Video, VideoOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import type { LocalMedia, LocalMediaState } from '@/media/contracts'
import { Dialog } from '@/ui/Dialog'
import { IconButton } from '@/ui/IconButton'

import { DevicePicker } from './DevicePicker'

type Props = { media: LocalMedia; state: LocalMediaState }

/** Microphone, camera, and which ones. A button says what pressing it does. */
export function MediaControls({ media, state }: Props) {
  const { t } = useTranslation('rooms')
  return (
    <>
      <IconButton
        shape="round"
        label={state.microphoneOn ? t('mute') : t('unmute')}
        pressed={!state.microphoneOn}
        icon={state.microphoneOn ? <Mic /> : <MicOff />}
        onClick={() => media.setMicrophone(!state.microphoneOn)}
      />
      <IconButton
        shape="round"
        label={state.cameraOn ? t('camera_off') : t('camera_on')}
        pressed={!state.cameraOn}
        icon={state.cameraOn ? <Video /> : <VideoOff />}
        onClick={() => media.setCamera(!state.cameraOn)}
      />
      <Dialog
        title={t('devices')}
        trigger={<IconButton shape="round" label={t('devices')} icon={<Settings2 />} />}
      >
        <DevicePicker media={media} state={state} />
      </Dialog>
    </>
  )
}
