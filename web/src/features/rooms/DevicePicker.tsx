import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { LocalMedia, LocalMediaState } from '@/media/contracts'
import type { ControlSize } from '@/ui/controlLook'
import { Field } from '@/ui/Field'
import { Meter } from '@/ui/Meter'
import { Select } from '@/ui/Select'

type Props = { media: LocalMedia; state: LocalMediaState; size?: ControlSize }

/** Which camera and microphone, with the microphone's loudness to see that it hears. */
export function DevicePicker({ media, state, size }: Props) {
  const { t } = useTranslation('rooms')
  const [level, setLevel] = useState(0)
  useEffect(() => media.onLevel(setLevel), [media])
  return (
    <div className="grid gap-4">
      <Field label={t('camera')} error={state.cameraProblem && t(`problem_camera_${state.cameraProblem}`)}>
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
        error={state.microphoneProblem && t(`problem_microphone_${state.microphoneProblem}`)}
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
      <Meter label={t('level')} value={level} />
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
