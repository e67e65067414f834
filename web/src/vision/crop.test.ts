import { expect, test } from 'vitest'

import { cropInto, makeCrop, signature, wholePicture, type Picture } from './crop'

/** Red grows to the right, green downwards. */
function ramp(width: number, height: number): Picture {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data.set([x * 10, y * 10, 0, 255], (y * width + x) * 4)
  }
  return { data, width, height }
}

test('a crop reads the picture where its matrix says, between pixels too', () => {
  const crop = makeCrop(4, 0)
  const m = cropInto(crop, ramp(20, 20), { x: 10.5, y: 8, side: 4, angle: 0 })
  expect([m.c, m.f]).toEqual([8.5, 6])
  expect((crop.pixels[0] ?? 0) * 255).toBeCloseTo(85, 3)
  expect((crop.pixels[1] ?? 0) * 255).toBeCloseTo(60, 3)
  expect((crop.pixels[3 * 5] ?? 0) * 255).toBeCloseTo(95, 3)
})

test('a turned region is read upright', () => {
  const crop = makeCrop(4, 0)
  cropInto(crop, ramp(20, 20), { x: 10, y: 10, side: 4, angle: Math.PI / 2 })
  const reds = [0, 1, 2, 3].map((u) => Math.round((crop.pixels[u * 3] ?? 0) * 255))
  const greens = [0, 1, 2, 3].map((u) => Math.round((crop.pixels[u * 3 + 1] ?? 0) * 255))
  expect(reds).toEqual([120, 120, 120, 120])
  expect(greens).toEqual([80, 90, 100, 110])
})

test('outside the picture there is the lowest value, without a hard step at the edge', () => {
  const white: Picture = { data: new Uint8ClampedArray(4 * 4 * 4).fill(255), width: 4, height: 4 }
  const crop = makeCrop(8, -1)
  cropInto(crop, white, { x: 2.5, y: 2, side: 8, angle: 0 })
  const row = Array.from({ length: 8 }, (_, u) => crop.pixels[(4 * 8 + u) * 3])
  expect(row).toEqual([-1, 0, 1, 1, 1, 0, -1, -1])
})

test('a picture that is not square is read whole', () => {
  expect(wholePicture(ramp(40, 20))).toEqual({ x: 20, y: 10, side: 40, angle: 0 })
})

test('the signature tells equal pictures from different ones', () => {
  const grey: Picture = { data: new Uint8ClampedArray(64 * 64 * 4).fill(100), width: 64, height: 64 }
  const noisy = { ...grey, data: grey.data.slice() }
  noisy.data[610] = 101
  expect(signature({ ...grey, data: grey.data.slice() })).toBe(signature(grey))
  expect(signature(noisy)).not.toBe(signature(grey))
})
