import type { FaceLight } from './contracts'
import type { Crop, Picture } from './crop'
import type { Box } from './geometry'

/** The part of the landmark model's square that is skin and features: the face without its surroundings. */
const INNER_FROM = 0.25
const INNER_TO = 0.75
/** Every so many pixels of the picture are looked at. */
const STRIDE = 8
/** A face without any contrast has no sharpness either: grey levels. */
const LEAST_CONTRAST = 1

/** Light within the face (as the landmark model's square shows it), before anything else is written there. */
export function lightOfFace({ pixels, size }: Crop): Omit<FaceLight, 'around'> {
  const [from, to] = [Math.round(size * INNER_FROM), Math.round(size * INNER_TO)]
  const light = (u: number, v: number) => luminanceOf(pixels, (v * size + u) * 3) * 255
  let [count, squares, steps] = [0, 0, 0]
  let [red, green, blue] = [0, 0, 0]
  for (let v = from; v < to; v++) {
    for (let u = from; u < to; u++, count++) {
      const [here, at] = [light(u, v), (v * size + u) * 3]
      red += pixels[at] ?? 0
      green += pixels[at + 1] ?? 0
      blue += pixels[at + 2] ?? 0
      squares += here * here
      steps += Math.abs(here - light(u + 1, v)) + Math.abs(here - light(u, v + 1))
    }
  }
  const colour = [(red / count) * 255, (green / count) * 255, (blue / count) * 255] as const
  const mean = luminanceOf(colour, 0)
  const contrast = Math.sqrt(Math.max(squares / count - mean * mean, 0))
  const sharpness = steps / count / 2 / Math.max(contrast, LEAST_CONTRAST)
  return { mean, contrast, sharpness, colour }
}

/** Mean luminance 0..255 (Rec. 601) of some pixels of the picture, and of those outside `box`. */
export function lightAround({ data, width, height }: Picture, box?: Box): { light: number; around: number } {
  let [all, out] = [0, 0]
  let [count, outCount] = [0, 0]
  for (let y = 0; y < height; y += STRIDE) {
    for (let x = 0; x < width; x += STRIDE, count++) {
      const light = luminanceOf(data, (y * width + x) * 4)
      all += light
      if (box && x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height) continue
      out += light
      outCount++
    }
  }
  const light = count ? all / count : 0
  return { light, around: outCount ? out / outCount : light }
}

/** Luminance 0..255 at a point between pixels, black outside the picture. */
export function lightAt(picture: Picture, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)]
  const [right, down] = [x - left, y - top]
  return (
    (1 - down) * ((1 - right) * lightOf(picture, left, top) + right * lightOf(picture, left + 1, top)) +
    down * ((1 - right) * lightOf(picture, left, top + 1) + right * lightOf(picture, left + 1, top + 1))
  )
}

function lightOf({ data, width, height }: Picture, x: number, y: number): number {
  return x < 0 || y < 0 || x >= width || y >= height ? 0 : luminanceOf(data, (y * width + x) * 4)
}

function luminanceOf(data: ArrayLike<number>, at: number): number {
  return 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0)
}
