import { expect, test } from 'vitest'

import {
  anchorCentres,
  decodeFaces,
  FULL_RANGE,
  mergeOverlapping,
  regionOfDetection,
  SHORT_RANGE,
} from './detection'

const PICTURE = { data: new Uint8ClampedArray(), width: 640, height: 480 }

test('anchors lie in the middle of their cells', () => {
  const near = anchorCentres(SHORT_RANGE)
  expect(near).toHaveLength(896)
  expect(near[0]).toEqual({ x: 0.5 / 16, y: 0.5 / 16 })
  expect(near[2]).toEqual({ x: 1.5 / 16, y: 0.5 / 16 })
  expect(near.at(-1)).toEqual({ x: 7.5 / 8, y: 7.5 / 8 })
  expect(anchorCentres(FULL_RANGE)).toHaveLength(2304)
})

/** The detector's answer with a face at each of these anchors: centre, size and eyes in its own pixels. */
function answer(faces: { anchor: number; logit: number; size: number }[]) {
  const boxes = new Float32Array(896 * 16)
  const logits = new Float32Array(896).fill(-20)
  for (const { anchor, logit, size } of faces) {
    boxes.set([0, 0, size, size, -size / 4, 0, size / 4, 0], anchor * 16)
    logits[anchor] = logit
  }
  return { boxes, logits }
}

test('a face comes back in picture pixels, its region along the eyes', () => {
  const anchors = anchorCentres(SHORT_RANGE)
  const middle = anchors.findIndex(({ x, y }) => x === 0.53125 && y === 0.53125)
  const { boxes, logits } = answer([{ anchor: middle, logit: 4, size: 32 }])
  const { found, best } = decodeFaces(SHORT_RANGE, anchors, boxes, logits, PICTURE)
  expect(found).toHaveLength(1)
  expect(best).toBeCloseTo(0.982, 3)
  const [face] = found
  expect(face?.box).toEqual({ x: 260, y: 180, width: 160, height: 160 })
  expect(face && regionOfDetection(face)).toEqual({ x: 340, y: 260, side: 240, angle: 0 })
})

test('the largest face comes first and what nearly was one is known', () => {
  const anchors = anchorCentres(SHORT_RANGE)
  const { boxes, logits } = answer([
    { anchor: 40, logit: 6, size: 10 },
    { anchor: 400, logit: 2, size: 30 },
  ])
  const { found } = decodeFaces(SHORT_RANGE, anchors, boxes, logits, PICTURE)
  expect(found.map(({ box }) => Math.round(box.width))).toEqual([150, 50])
  const nothing = answer([{ anchor: 3, logit: -1, size: 10 }])
  const none = decodeFaces(SHORT_RANGE, anchors, nothing.boxes, nothing.logits, PICTURE)
  expect(none.found).toEqual([])
  expect(none.best).toBeCloseTo(0.269, 3)
})

test('boxes of one face become one, nearer to the surer', () => {
  const at = (x: number, score: number) => ({
    score,
    box: { x, y: 0, width: 100, height: 100 },
    eyes: [
      { x, y: 0 },
      { x, y: 0 },
    ] as const,
  })
  const merged = mergeOverlapping([at(20, 0.25), at(0, 0.75), at(300, 0.6)])
  expect(merged.map(({ box, score }) => [box.x, score])).toEqual([
    [5, 0.75],
    [300, 0.6],
  ])
})
