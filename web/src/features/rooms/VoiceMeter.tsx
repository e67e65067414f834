import { useTranslation } from 'react-i18next'

import type { LocalMedia, LocalMediaState } from '@/media/contracts'
import { Meter } from '@/ui/Meter'

import { useLoudness } from './useLoudness'

type Props = { media: LocalMedia; state: LocalMediaState }

/** That the microphone hears, as a line that moves and in words. */
export function VoiceMeter({ media, state }: Props) {
  const { t } = useTranslation('rooms')
  const microphone = state.stream.getAudioTracks()[0]
  const { level, voice } = useLoudness(media, microphone)
  return (
    <div>
      <Meter label={t('level')} value={level} text={t(`voice_${voice}`)} />
      <p role="status" className="mt-2 min-h-12 text-15 text-ink-2">
        {microphone && t(`voice_${voice}`)}
      </p>
    </div>
  )
}
