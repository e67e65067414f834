import { wholePicture, type Picture } from './crop'
import { overlap, regionAround, sigmoid, type Box, type Point, type Region } from './geometry'

/** A face detector's own layout. Anchors are spread evenly; each answers with a box and six points. */
export interface DetectorLayout {
  size: number
  /** Cells per side and anchors per cell, one entry per level. */
  levels: readonly { cells: number; anchors: number }[]
  boxes: string
  scores: string
  threshold: number
}

/** For the one face near the camera. */
export const SHORT_RANGE: DetectorLayout = {
  size: 128,
  levels: [
    { cells: 16, anchors: 2 },
    { cells: 8, anchors: 6 },
  ],
  boxes: 'regressors',
  scores: 'classificators',
  threshold: 0.5,
}

/** For people further away: counting. */
export const FULL_RANGE: DetectorLayout = {
  size: 192,
  levels: [{ cells: 48, anchors: 1 }],
  boxes: 'Identity',
  scores: 'Identity_1',
  threshold: 0.6,
}

export interface Detection {
  score: number
  box: Box
  eyes: readonly [imageLeft: Point, imageRight: Point]
}

export interface Detections {
  /** Largest box first: the person at the camera. */
  found: Detection[]
  /** The best score of any anchor, found or not. */
  best: number
}

const NUMBERS_PER_ANCHOR = 16
const SAME_FACE = 0.3
const FACE_MARGIN = 1.5

export function anchorCentres(layout: DetectorLayout): Point[] {
  return layout.levels.flatMap(({ cells, anchors }) =>
    Array.from({ length: cells * cells * anchors }, (_, index) => {
      const cell = Math.floor(index / anchors)
      return { x: ((cell % cells) + 0.5) / cells, y: (Math.floor(cell / cells) + 0.5) / cells }
    }),
  )
}

/** Faces in picture pixels out of the numbers that the detector gave for the whole picture in a square. */
export function decodeFaces(
  layout: DetectorLayout,
  anchors: readonly Point[],
  boxes: Float32Array,
  logits: Float32Array,
  picture: Picture,
): Detections {
  const candidates: Detection[] = []
  let best = 0
  anchors.forEach((anchor, index) => {
    const score = sigmoid(logits[index] ?? -Infinity)
    best = Math.max(best, score)
    if (score <= layout.threshold) return
    const numbers = boxes.subarray(index * NUMBERS_PER_ANCHOR, (index + 1) * NUMBERS_PER_ANCHOR)
    candidates.push({ score, ...decodeAnchor(numbers, anchor, layout.size, picture) })
  })
  const found = mergeOverlapping(candidates).sort((one, other) => area(other.box) - area(one.box))
  return { found, best }
}

function decodeAnchor(
  numbers: Float32Array,
  anchor: Point,
  size: number,
  picture: Picture,
): Omit<Detection, 'score'> {
  const { x, y, side } = wholePicture(picture)
  const scale = side / size
  const point = (at: number): Point => ({
    x: (numbers[at] ?? 0) * scale + anchor.x * side + x - side / 2,
    y: (numbers[at + 1] ?? 0) * scale + anchor.y * side + y - side / 2,
  })
  const middle = point(0)
  const width = (numbers[2] ?? 0) * scale
  const height = (numbers[3] ?? 0) * scale
  return {
    box: { x: middle.x - width / 2, y: middle.y - height / 2, width, height },
    eyes: [point(4), point(6)],
  }
}

/** Weighted non-maximum suppression: boxes of one face become their mean, weighted by score. */
export function mergeOverlapping(candidates: readonly Detection[]): Detection[] {
  let left = candidates.toSorted((one, other) => other.score - one.score)
  const faces: Detection[] = []
  for (let strongest = left[0]; strongest; strongest = left[0]) {
    const { box } = strongest
    const same = left.filter((candidate, index) => index === 0 || overlap(box, candidate.box) > SAME_FACE)
    faces.push(weightedMean(same))
    left = left.filter((candidate) => !same.includes(candidate))
  }
  return faces
}

function weightedMean(same: readonly Detection[]): Detection {
  const total = same.reduce((sum, { score }) => sum + score, 0)
  const average = (pick: (detection: Detection) => number) =>
    same.reduce((sum, detection) => sum + pick(detection) * detection.score, 0) / total
  return {
    score: Math.max(...same.map(({ score }) => score)),
    box: {
      x: average(({ box }) => box.x),
      y: average(({ box }) => box.y),
      width: average(({ box }) => box.width),
      height: average(({ box }) => box.height),
    },
    eyes: [
      { x: average(({ eyes }) => eyes[0].x), y: average(({ eyes }) => eyes[0].y) },
      { x: average(({ eyes }) => eyes[1].x), y: average(({ eyes }) => eyes[1].y) },
    ],
  }
}

export function regionOfDetection({ box, eyes }: Detection): Region {
  return regionAround(box, eyes[0], eyes[1], FACE_MARGIN)
}

function area(box: Box): number {
  return box.width * box.height
}
