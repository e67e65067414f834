import type { KeyboardEvent, PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'

import { isRightToLeft, shareAlong } from '@/lib/direction'

import { LARGEST_SHARE, SMALLEST_SHARE } from './layouts/useShare'

type Props = { share: number; onShare: (share: number | null) => void }

const STEP = 2

/** Between people and work: drawn with the pointer, or moved with the arrow keys; Enter or a double click puts it back. */
export function Divider({ share, onShare }: Props) {
  const { t } = useTranslation('parts')
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const forth = isRightToLeft() ? 'ArrowLeft' : 'ArrowRight'
    const wanted = {
      ArrowLeft: share + (forth === 'ArrowLeft' ? STEP : -STEP),
      ArrowRight: share + (forth === 'ArrowRight' ? STEP : -STEP),
      Home: SMALLEST_SHARE,
      End: LARGEST_SHARE,
      Enter: null,
    }[event.key]
    if (wanted === undefined) return
    event.preventDefault()
    onShare(wanted)
  }
  const onMove = (event: PointerEvent<HTMLElement>) => {
    const page = event.currentTarget.parentElement
    if (!page || !event.currentTarget.hasPointerCapture(event.pointerId)) return
    onShare(100 * shareAlong(page, event.clientX))
  }
  return (
    // A separator that can be moved is a control, by the ARIA pattern "window splitter".
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="separator"
      aria-label={t('divider')}
      aria-orientation="vertical"
      aria-controls="talk"
      aria-valuenow={share}
      aria-valuemin={SMALLEST_SHARE}
      aria-valuemax={LARGEST_SHARE}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      title={t('divider_help')}
      onKeyDown={onKey}
      onDoubleClick={() => onShare(null)}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onMove}
      className="group relative z-10 col-start-2 row-span-2 row-start-1 w-px cursor-col-resize touch-none bg-line transition-colors hover:bg-line-3 focus-visible:bg-focus"
    >
      <span className="absolute inset-y-0 -start-3 w-6" />
      <span
        aria-hidden
        className="absolute -start-1 top-1/2 h-10 w-2 -translate-y-1/2 rounded-full border border-line-2 bg-surface group-hover:border-line-3 group-focus-visible:border-focus"
      />
    </div>
  )
}
