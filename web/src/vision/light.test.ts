import { expect, test } from 'vitest'

import { makeCrop, type Picture } from './crop'
import { lightAround, lightOfFace } from './light'

test('light around a face leaves the face out', () => {
  const picture: Picture = { data: new Uint8ClampedArray(64 * 64 * 4).fill(200), width: 64, height: 64 }
  for (let y = 16; y < 48; y++) picture.data.fill(40, (y * 64 + 16) * 4, (y * 64 + 48) * 4)
  const { light, around } = lightAround(picture, { x: 16, y: 16, width: 32, height: 32 })
  expect(light).toBeCloseTo(160)
  expect(around).toBeCloseTo(200)
})

test('a face of one grey has its light, no contrast and no sharpness', () => {
  const crop = makeCrop(192, 0)
  crop.pixels.fill(0.5)
  const { mean, contrast, sharpness, colour } = lightOfFace(crop)
  expect(mean).toBeCloseTo(127.5)
  expect(colour).toEqual([127.5, 127.5, 127.5])
  expect(contrast).toBeCloseTo(0, 3)
  expect(sharpness).toBe(0)
})

test('a face under red light is red', () => {
  const crop = makeCrop(192, 0)
  for (let at = 0; at < crop.pixels.length; at += 3) crop.pixels[at] = 0.8
  expect(lightOfFace(crop).colour).toEqual([expect.closeTo(204), 0, 0])
})
