import type { Eye } from './contracts'
import type { Picture } from './crop'
import { mean, type Point } from './geometry'
import type { Landmarks } from './landmarks'
import { eyePatch } from './patch'

/** Both, image left first; the point between them in the picture; and how wide an iris is there. */
export interface Eyes {
  each: readonly [Eye, Eye]
  at: Point
  irisWidth: number
}

interface EyePoints {
  /** Corners, image left first. */
  corners: readonly [number, number]
  iris: number
  /** Upper and lower lid, one above the other. */
  lids: readonly (readonly [number, number])[]
}

const EYES: readonly [EyePoints, EyePoints] = [
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

/** The points of an iris, after its middle: right, top, left, bottom. */
const IRIS_SIDES = [1, 3] as const
/** Inner edges of the lips one above the other, and the corners of the mouth. */
const LIPS = [13, 14] as const
const MOUTH_CORNERS = [78, 308] as const

export function readEyes(landmarks: Landmarks, picture: Picture): Eyes {
  const corners = EYES.flatMap(({ corners }) => corners)
  return {
    each: [readEye(landmarks, picture, EYES[0]), readEye(landmarks, picture, EYES[1])],
    at: {
      x: mean(corners.map((point) => landmarks.x(point))),
      y: mean(corners.map((point) => landmarks.y(point))),
    },
    irisWidth: mean(EYES.map(({ iris }) => between(landmarks, iris + IRIS_SIDES[0], iris + IRIS_SIDES[1]))),
  }
}

/** Gap of the lips over the width of the mouth: 0 closed, 0.5 wide open. */
export function readMouth(landmarks: Landmarks): number {
  return between(landmarks, ...LIPS) / between(landmarks, ...MOUTH_CORNERS)
}

function readEye(
  landmarks: Landmarks,
  picture: Picture,
  { corners: [left, right], iris, lids }: EyePoints,
): Eye {
  const from = landmarks.at(left)
  const across = { x: landmarks.x(right) - from.x, y: landmarks.y(right) - from.y }
  const toIris = { x: landmarks.x(iris) - from.x, y: landmarks.y(iris) - from.y }
  const squared = across.x ** 2 + across.y ** 2
  const heights = lids.map(([upper, lower]) => between(landmarks, upper, lower))
  return {
    irisX: (toIris.x * across.x + toIris.y * across.y) / squared,
    irisY: (across.x * toIris.y - across.y * toIris.x) / squared,
    open: mean(heights) / Math.sqrt(squared),
    patch: eyePatch(picture, from, landmarks.at(right)),
  }
}

function between(landmarks: Landmarks, one: number, other: number): number {
  return Math.hypot(landmarks.x(one) - landmarks.x(other), landmarks.y(one) - landmarks.y(other))
}
