import { Mic, MicOff, Settings2, Video, VideoOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import type { LocalMedia, LocalMediaState } from '@/media/contracts'
import { Dialog } from '@/ui/Dialog'

import { CallButton } from '@/ui/CallButton'
import { DevicePicker } from './DevicePicker'

type Props = { media: LocalMedia; state: LocalMediaState }

/** Microphone, camera, and which ones. A button says what pressing it does. */
export function MediaControls({ media, state }: Props) {
  const { t } = useTranslation('rooms')
  return (
    <>
      <CallButton
        label={state.microphoneOn ? t('mute') : t('unmute')}
        isOff={!state.microphoneOn}
        icon={state.microphoneOn ? <Mic /> : <MicOff />}
        onClick={() => media.setMicrophone(!state.microphoneOn)}
      />
      <CallButton
        label={state.cameraOn ? t('camera_off') : t('camera_on')}
        isOff={!state.cameraOn}
        icon={state.cameraOn ? <Video /> : <VideoOff />}
        onClick={() => media.setCamera(!state.cameraOn)}
      />
      <Dialog title={t('devices')} trigger={<CallButton label={t('devices_short')} icon={<Settings2 />} />}>
        <DevicePicker media={media} state={state} />
      </Dialog>
    </>
  )
}
