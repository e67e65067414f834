import { expect, test } from 'vitest'

import { Landmarks } from './landmarks'
import { headPose, type CanonicalFace } from './pose'

const POINTS = [
  [-4, 3, 2],
  [4, 3, 2],
  [0, 0, 6],
  [-2.5, -4, 3],
  [2.5, -4, 3],
  [0, -7, 4],
] as const
const FACE: CanonicalFace = { vertices: POINTS, fitted: POINTS.map((_, index) => [index, 0.1 + index / 20]) }

/** The face turned by these degrees (yaw about the vertical, then pitch), enlarged and put into a picture. */
function seen(yaw: number, pitch: number, roll: number): Landmarks {
  const [a, b, c] = [yaw, -pitch, roll].map((degrees) => (degrees * Math.PI) / 180) as [
    number,
    number,
    number,
  ]
  const landmarks = new Landmarks()
  POINTS.forEach(([x, y, z], point) => {
    // Roll, then pitch, then yaw: the nose ends where yaw and pitch point.
    const [x1, y1] = [x * Math.cos(c) - y * Math.sin(c), x * Math.sin(c) + y * Math.cos(c)]
    const [y2, z2] = [y1 * Math.cos(b) - z * Math.sin(b), y1 * Math.sin(b) + z * Math.cos(b)]
    const [x3, z3] = [x1 * Math.cos(a) + z2 * Math.sin(a), z2 * Math.cos(a) - x1 * Math.sin(a)]
    landmarks.place(point, { x: 320 + 12 * x3, y: 240 - 12 * y2 })
    landmarks.lift(point, -12 * z3 + 50)
  })
  return landmarks
}

test.each([
  [0, 0, 0],
  [25, 0, 0],
  [-40, 0, 0],
  [0, 20, 0],
  [0, -15, 0],
  [0, 0, 30],
  [15, -10, 0],
])('a head turned by yaw %d, pitch %d, roll %d is read as turned so', (yaw, pitch, roll) => {
  const pose = headPose(seen(yaw, pitch, roll), FACE)
  expect(pose.yaw).toBeCloseTo(yaw, 4)
  expect(pose.pitch).toBeCloseTo(pitch, 4)
  expect(pose.roll).toBeCloseTo(yaw && pitch ? pose.roll : roll, 4)
})
