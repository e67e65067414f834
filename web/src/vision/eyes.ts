import { mean } from './geometry'
import type { Landmarks } from './landmarks'

/** Both eyes together. Ratios are in eye widths from the image-left corner, along and below the line of the corners. */
export interface Eyes {
  irisX: number
  irisY: number
  /** Height over width of the opening. */
  open: number
}

interface EyePoints {
  /** Corners, image left first. */
  corners: readonly [number, number]
  iris: number
  /** Upper and lower lid, one above the other. */
  lids: readonly (readonly [number, number])[]
}

const EYES: readonly EyePoints[] = [
  {
    corners: [33, 133],
    iris: 468,
    lids: [
      [160, 144],
      [158, 153],
    ],
  },
  {
    corners: [362, 263],
    iris: 473,
    lids: [
      [385, 380],
      [387, 373],
    ],
  },
]

export function readEyes(landmarks: Landmarks): Eyes {
  const each = EYES.map((points) => readEye(landmarks, points))
  return {
    irisX: mean(each.map(({ irisX }) => irisX)),
    irisY: mean(each.map(({ irisY }) => irisY)),
    open: mean(each.map(({ open }) => open)),
  }
}

function readEye(landmarks: Landmarks, { corners: [left, right], iris, lids }: EyePoints): Eyes {
  const from = landmarks.at(left)
  const across = { x: landmarks.x(right) - from.x, y: landmarks.y(right) - from.y }
  const toIris = { x: landmarks.x(iris) - from.x, y: landmarks.y(iris) - from.y }
  const squared = across.x ** 2 + across.y ** 2
  const heights = lids.map(([upper, lower]) =>
    Math.hypot(landmarks.x(upper) - landmarks.x(lower), landmarks.y(upper) - landmarks.y(lower)),
  )
  return {
    irisX: (toIris.x * across.x + toIris.y * across.y) / squared,
    irisY: (across.x * toIris.y - across.y * toIris.x) / squared,
    open: mean(heights) / Math.sqrt(squared),
  }
}
