import { ScanFace } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import { IconButton } from '@/ui/IconButton'

import type { useOverlay } from './useOverlay'

/** On a candidate's picture: draws what their device sees, or says why there is nothing to draw. */
export function OverlayToggle({ shown, isSwitchedOff, isWanted, setWanted }: ReturnType<typeof useOverlay>) {
  const { t } = useTranslation('proctoring')
  const note = isSwitchedOff ? t('overlay_switched_off') : isWanted && !shown && t('overlay_nothing')
  return (
    <div className="stage absolute top-2.5 end-2.5 start-3 flex items-center justify-end gap-2 text-ink">
      {note && <p className="rounded-mark bg-veil px-1.5 text-13">{note}</p>}
      {!isSwitchedOff && (
        <IconButton
          label={t('overlay_show')}
          icon={<ScanFace />}
          pressed={isWanted}
          className="bg-veil text-ink"
          onClick={() => setWanted(!isWanted)}
        />
      )}
    </div>
  )
}
