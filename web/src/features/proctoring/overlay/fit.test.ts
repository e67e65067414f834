import { expect, test } from 'vitest'

import { Fit } from './fit'
import type { ShownBox } from './shown'

const PICTURE = { width: 640, height: 480 }
const FACE: ShownBox = { what: 'face', left_pm: 250, top_pm: 100, width_pm: 250, height_pm: 500 }

test('a frame of the same shape shows the whole picture', () => {
  const fit = new Fit(PICTURE, { width: 320, height: 240 }, false)
  expect(fit.box(FACE)).toEqual({ x: 80, y: 24, width: 80, height: 120 })
})

test('a flat frame cuts off above and below', () => {
  const fit = new Fit(PICTURE, { width: 640, height: 240 }, false)
  expect(fit.box(FACE)).toEqual({ x: 160, y: -72, width: 160, height: 240 })
  expect(fit.point(500, 500)).toEqual({ x: 320, y: 120 })
})

test('a narrow frame cuts off left and right, of a portrait picture above and below', () => {
  expect(new Fit(PICTURE, { width: 240, height: 480 }, false).point(0, 0)).toEqual({ x: -200, y: 0 })
  expect(new Fit({ width: 480, height: 640 }, { width: 480, height: 360 }, false).point(0, 0)).toEqual({
    x: 0,
    y: -140,
  })
})

test('in the mirror left is right, and boxes stay boxes', () => {
  const fit = new Fit(PICTURE, { width: 640, height: 480 }, true)
  expect(fit.box(FACE)).toEqual({ x: 320, y: 48, width: 160, height: 240 })
})

test('an arrow points the same way as the mirrored eyes', () => {
  const gaze = { from_left_pm: 400, from_top_pm: 300, right_pm: 500, down_pm: 0 }
  const [from, to] = new Fit(PICTURE, PICTURE, false).arrow(gaze)
  expect(from).toEqual({ x: 256, y: 144 })
  expect(to).toEqual({ x: 256 + 144, y: 144 })
  const [, mirrored] = new Fit(PICTURE, PICTURE, true).arrow(gaze)
  expect(mirrored).toEqual({ x: 384 - 144, y: 144 })
})
