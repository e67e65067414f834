/** A picture as a model takes it. */

import type { Picture } from '../crop'

import type { PictureInput } from './description'

/** The grey of a letterbox's bands, as detectors are trained with. */
const PAD = 114

/** A picture as a model takes it; its pixel (u, v) lies at ((u − left) / across, (v − top) / down). */
export interface Placed {
  pixels: Float32Array
  across: number
  down: number
  left: number
  top: number
}

export function place(picture: Picture, input: PictureInput): Placed {
  const [width, height] = input.size
  if (input.resize === 'stretch') {
    const pixels = ordered(averaged(picture, width, height), width, height, input)
    return { pixels, across: width / picture.width, down: height / picture.height, left: 0, top: 0 }
  }
  const share = Math.min(width / picture.width, height / picture.height)
  const innerWidth = Math.max(Math.round(picture.width * share), 1)
  const innerHeight = Math.max(Math.round(picture.height * share), 1)
  const left = Math.floor((width - innerWidth) / 2)
  const top = Math.floor((height - innerHeight) / 2)
  const boxed = new Float32Array(width * height * 3).fill(PAD)
  const inner = averaged(picture, innerWidth, innerHeight)
  for (let y = 0; y < innerHeight; y++) {
    const row = inner.subarray(y * innerWidth * 3, (y + 1) * innerWidth * 3)
    boxed.set(row, ((top + y) * width + left) * 3)
  }
  return { pixels: ordered(boxed, width, height, input), across: share, down: share, left, top }
}

/** Colours, numbers and channels as the model wants them. */
function ordered(rgb: Float32Array, width: number, height: number, input: PictureInput): Float32Array {
  const pixels = new Float32Array(rgb.length)
  const count = width * height
  const [nextPixel, nextChannel] = input.layout === 'nchw' ? [1, count] : [3, 1]
  for (let channel = 0; channel < 3; channel++) {
    const from = input.colour === 'bgr' ? 2 - channel : channel
    const [mean, std] = [input.mean[channel] ?? 0, input.std[channel] ?? 1]
    for (let pixel = 0; pixel < count; pixel++) {
      const value = (rgb[pixel * 3 + from] ?? 0) * input.scale - mean
      pixels[pixel * nextPixel + channel * nextChannel] = value / std
    }
  }
  return pixels
}

/**
 * The picture in another size, RGB: each pixel the mean of what it covers. Enlarged, it is bilinear. Plain
 * bilinear sampling of large pictures makes phones out of nothing.
 */
export function averaged(picture: Picture, width: number, height: number): Float32Array {
  const lower = averagedRows(picture, coverings(picture.height, height))
  const rgb = new Float32Array(width * height * 3)
  const columns = coverings(picture.width, width)
  for (let y = 0; y < height; y++) {
    const row = y * picture.width * 3
    for (let x = 0; x < width; x++) {
      const { first, shares } = columns[x] ?? NOTHING
      const to = (y * width + x) * 3
      for (let covered = 0; covered < shares.length; covered++) {
        const share = shares[covered] ?? 0
        const from = row + (first + covered) * 3
        rgb[to] = (rgb[to] ?? 0) + (lower[from] ?? 0) * share
        rgb[to + 1] = (rgb[to + 1] ?? 0) + (lower[from + 1] ?? 0) * share
        rgb[to + 2] = (rgb[to + 2] ?? 0) + (lower[from + 2] ?? 0) * share
      }
    }
  }
  return rgb
}

function averagedRows({ data, width }: Picture, rows: readonly Covering[]): Float32Array {
  const rgb = new Float32Array(width * rows.length * 3)
  rows.forEach(({ first, shares }, y) => {
    for (let covered = 0; covered < shares.length; covered++) {
      const share = shares[covered] ?? 0
      let to = y * width * 3
      let from = (first + covered) * width * 4
      for (let x = 0; x < width; x++, to += 3, from += 4) {
        rgb[to] = (rgb[to] ?? 0) + (data[from] ?? 0) * share
        rgb[to + 1] = (rgb[to + 1] ?? 0) + (data[from + 1] ?? 0) * share
        rgb[to + 2] = (rgb[to + 2] ?? 0) + (data[from + 2] ?? 0) * share
      }
    }
  })
  return rgb
}

/** Which of `length` old pixels a new one covers, and how much of it each is. */
interface Covering {
  first: number
  shares: Float32Array
}

const NOTHING: Covering = { first: 0, shares: new Float32Array() }

function coverings(length: number, count: number): Covering[] {
  const step = length / count
  const reach = Math.max(step, 1) / 2
  return Array.from({ length: count }, (_, index) => {
    const centre = (index + 0.5) * step
    const start = Math.max(centre - reach, 0)
    const end = Math.min(centre + reach, length)
    const first = Math.floor(start)
    const shares = Float32Array.from({ length: Math.ceil(end) - first }, (__, covered) => {
      const shared = Math.min(end, first + covered + 1) - Math.max(start, first + covered)
      return shared / (end - start)
    })
    return { first, shares }
  })
}
