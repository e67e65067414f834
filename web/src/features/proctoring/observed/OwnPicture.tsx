import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import { useWatchStatus } from '@/features/rooms/hooks'
import { VideoView } from '@/features/rooms/VideoView'
import { paced } from '@/lib/paced'
import { useCell } from '@/lib/useCell'
import type { LocalMediaState } from '@/media/contracts'

import { shownOf } from '../overlay/shown'
import type { Watching } from '../watching'

const DRAW_EVERY_MS = 100

type Props = { watching: Watching; own: LocalMediaState }

/** Oneself as in a mirror, with what the device sees; drawn only while it is looked at. */
export function OwnPicture({ watching, own }: Props) {
  const { t } = useTranslation(['observed', 'rooms'])
  const seen = useCell(useMemo(() => paced(watching.seen, DRAW_EVERY_MS), [watching]))
  const isWatching = useWatchStatus(watching.observer).state === 'watching'
  return (
    <VideoView
      stream={own.stream}
      own
      label={t('your_picture')}
      drawn={isWatching && seen ? shownOf(seen) : undefined}
      className="aspect-4/3 w-48 shrink-0 rounded-panel"
    >
      {!own.cameraOn && <p className="text-13">{t('rooms:camera_is_off')}</p>}
    </VideoView>
  )
}
