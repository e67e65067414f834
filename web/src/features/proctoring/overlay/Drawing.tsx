import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'

import type { Box, Point } from '@/vision/geometry'

import { Fit, type Size } from './fit'
import type { Shown } from './shown'
import { useSizes } from './useSizes'

type Props = {
  shown: Shown
  /** Whose picture it is drawn over, in the same place. */
  video: RefObject<HTMLVideoElement | null>
  isMirrored?: boolean | undefined
}

/** What the device sees, over the picture in which it sees it. For eyes only: words say the same elsewhere. */
export function Drawing({ shown, video, isMirrored = false }: Props) {
  const { t } = useTranslation('proctoring')
  const sizes = useSizes(video)
  if (!sizes) return null
  const fit = new Fit(sizes.picture, sizes.frame, isMirrored)
  return (
    <div aria-hidden className="pointer-events-none absolute inset-0 overflow-hidden">
      {shown.boxes.map((box, index) => (
        <Frame key={index} what={box.what} box={fit.box(box)} within={sizes.frame}>
          {box.what === 'face' ? undefined : t(`overlay_${box.what}`)}
        </Frame>
      ))}
      {shown.gaze && <Arrow way={fit.arrow(shown.gaze)} />}
    </div>
  )
}

type FrameProps = {
  what: Shown['boxes'][number]['what']
  box: Box
  within: Size
  children: string | undefined
}

function Frame({ what, box, within, children }: FrameProps) {
  const look = what === 'face' ? 'rounded-panel border-ink/75' : 'rounded-mark border-evidence'
  return (
    <div
      data-box={what}
      className={`absolute border-2 ring-1 ring-veil ${look}`}
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
    >
      {children && (
        <span
          className="absolute rounded-mark bg-veil px-1 text-12 font-medium whitespace-nowrap text-ink"
          style={labelPlace(box, within)}
        >
          {children}
        </span>
      )}
    </div>
  )
}

const LABEL_HEIGHT = 20

/** Below its box, away from a face, as far as there is room; from the side that is nearer to the edge inwards. */
function labelPlace(box: Box, within: Size) {
  const top = Math.min(box.height, within.height - box.y - LABEL_HEIGHT)
  const isOnRight = box.x + box.width / 2 > within.width / 2
  return isOnRight
    ? { top, right: Math.max(box.x + box.width - within.width, 0) }
    : { top, left: Math.max(-box.x, 0) }
}

/** Shorter ones say nothing: the look is straight ahead. */
const LEAST_ARROW = 14
const HEAD = 7

function Arrow({ way: [from, to] }: { way: readonly [Point, Point] }) {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const turn = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI
  return (
    <svg data-look className="absolute inset-0 size-full">
      <g
        transform={`translate(${from.x} ${from.y}) rotate(${turn})`}
        className="fill-none stroke-veil stroke-5"
      >
        <Lines length={length} />
      </g>
      <g
        transform={`translate(${from.x} ${from.y}) rotate(${turn})`}
        className="fill-none stroke-evidence stroke-2"
      >
        <Lines length={length} />
      </g>
    </svg>
  )
}

function Lines({ length }: { length: number }) {
  return (
    <>
      <circle r={3} />
      {length > LEAST_ARROW && (
        <path
          strokeLinecap="round"
          strokeLinejoin="round"
          d={`M3 0H${length} M${length - HEAD} ${-HEAD / 1.6}L${length} 0L${length - HEAD} ${HEAD / 1.6}`}
        />
      )}
    </>
  )
}
