import { useTranslation } from 'react-i18next'

import type { LocalMedia, LocalMediaState } from '@/media/contracts'
import type { ControlSize } from '@/ui/controlLook'
import { Field } from '@/ui/Field'
import { Select } from '@/ui/Select'

import { VoiceMeter } from './VoiceMeter'

type Props = {
  media: LocalMedia
  state: LocalMediaState
  size?: ControlSize
  /** Problems are said with what to do, and the voice is measured, elsewhere on the page. */
  withAdvice?: boolean
}

/** Which camera and microphone, with the microphone's loudness to see that it hears. */
export function DevicePicker({ media, state, size, withAdvice }: Props) {
  const { t } = useTranslation('rooms')
  const { cameraProblem, microphoneProblem } = state
  return (
    <div className="grid gap-4">
      <Field
        label={t('camera')}
        error={cameraProblem && !withAdvice ? t(`problem_camera_${cameraProblem}`) : undefined}
      >
        {(ids) => (
          <Select
            {...ids}
            {...(size && { size })}
            value={state.choice.cameraId ?? ''}
            options={optionsOf(state.cameras, t('camera_none'))}
            onChange={(event) => void media.choose({ ...state.choice, cameraId: event.target.value })}
          />
        )}
      </Field>
      <Field
        label={t('microphone')}
        error={microphoneProblem && !withAdvice ? t(`problem_microphone_${microphoneProblem}`) : undefined}
      >
        {(ids) => (
          <Select
            {...ids}
            {...(size && { size })}
            value={state.choice.microphoneId ?? ''}
            options={optionsOf(state.microphones, t('microphone_none'))}
            onChange={(event) => void media.choose({ ...state.choice, microphoneId: event.target.value })}
          />
        )}
      </Field>
      {!withAdvice && <VoiceMeter media={media} state={state} />}
    </div>
  )
}

function optionsOf(devices: MediaDeviceInfo[], none: string): { value: string; label: string }[] {
  if (devices.length === 0) return [{ value: '', label: none }]
  return devices.map((device, index) => ({
    value: device.deviceId,
    label: device.label || `${none} ${index + 1}`,
  }))
}
