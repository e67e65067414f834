import { expect, test } from 'vitest'

import type { Picture } from './crop'
import { readEyes } from './eyes'
import { Landmarks } from './landmarks'

const EMPTY: Picture = { data: new Uint8ClampedArray(4), width: 1, height: 1 }

/** Both eyes 40 px wide and 12 px high, turned by `tilt` radians; irises at these shares of the width. */
function face(irisX: number, irisY: number, tilt = 0): Landmarks {
  const landmarks = new Landmarks()
  const put = (point: number, x: number, y: number) =>
    landmarks.place(point, {
      x: x * Math.cos(tilt) - y * Math.sin(tilt),
      y: x * Math.sin(tilt) + y * Math.cos(tilt),
    })
  for (const [left, right, iris, upper, lower, x] of [
    [33, 133, 468, [160, 158], [144, 153], 100],
    [362, 263, 473, [385, 387], [380, 373], 200],
  ] as const) {
    put(left, x, 0)
    put(right, x + 40, 0)
    put(iris, x + 40 * irisX, 40 * irisY)
    put(iris + 1, x + 40 * irisX + 6, 40 * irisY)
    put(iris + 3, x + 40 * irisX - 6, 40 * irisY)
    upper.forEach((point, index) => put(point, x + 15 + 10 * index, -6))
    lower.forEach((point, index) => put(point, x + 15 + 10 * index, 6))
  }
  return landmarks
}

test('the iris is placed in eye widths, along and below the line of the corners, however the head is tilted', () => {
  for (const tilt of [0, 0.4, -0.3]) {
    const eyes = readEyes(face(0.62, -0.05, tilt), EMPTY)
    for (const eye of eyes.each) {
      expect(eye.irisX).toBeCloseTo(0.62)
      expect(eye.irisY).toBeCloseTo(-0.05)
      expect(eye.open).toBeCloseTo(0.3)
    }
    expect(eyes.irisWidth).toBeCloseTo(12)
  }
})
