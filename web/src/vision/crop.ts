import { cropToPicture, type Affine, type Region } from './geometry'

/** RGBA pixels, row by row. */
export interface Picture {
  data: Uint8ClampedArray
  width: number
  height: number
}

/** A square of RGB numbers as a model reads it: `size`² pixels, 0..255 mapped to `low`..1. */
export interface Crop {
  size: number
  low: number
  pixels: Float32Array
}

export function makeCrop(size: number, low: number): Crop {
  return { size, low, pixels: new Float32Array(size * size * 3) }
}

/**
 * Fills `crop` with the region by bilinear sampling, black outside the picture. Crop pixel (u, v) reads the
 * picture at exactly the point that the returned matrix gives: the models were trained without a shift of
 * half a pixel.
 */
export function cropInto(crop: Crop, picture: Picture, region: Region): Affine {
  const m = cropToPicture(region, crop.size)
  const { size, low, pixels } = crop
  const scale = (1 - low) / 255
  let at = 0
  for (let v = 0; v < size; v++) {
    for (let u = 0; u < size; u++, at += 3) {
      samplePixel(picture, m.a * u + m.b * v + m.c, m.d * u + m.e * v + m.f, pixels, at, scale, low)
    }
  }
  return m
}

/** The colour at a point between pixels, as three numbers of `out`; black outside the picture. */
function samplePixel(
  { data, width, height }: Picture,
  x: number,
  y: number,
  out: Float32Array,
  at: number,
  scale: number,
  low: number,
): void {
  const left = Math.floor(x)
  const top = Math.floor(y)
  const right = x - left
  const down = y - top
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) {
    for (let channel = 0; channel < 3; channel++) {
      out[at + channel] = edgeValue(data, width, height, left, top, right, down, channel) * scale + low
    }
    return
  }
  // Written out for each colour: this runs for every pixel of every reading.
  const above = (top * width + left) * 4
  const below = above + width * 4
  const a = (1 - down) * (1 - right)
  const b = (1 - down) * right
  const c = down * (1 - right)
  const d = down * right
  const red =
    a * byte(data, above) + b * byte(data, above + 4) + c * byte(data, below) + d * byte(data, below + 4)
  const green =
    a * byte(data, above + 1) +
    b * byte(data, above + 5) +
    c * byte(data, below + 1) +
    d * byte(data, below + 5)
  const blue =
    a * byte(data, above + 2) +
    b * byte(data, above + 6) +
    c * byte(data, below + 2) +
    d * byte(data, below + 6)
  out[at] = red * scale + low
  out[at + 1] = green * scale + low
  out[at + 2] = blue * scale + low
}

function edgeValue(
  data: Uint8ClampedArray,
  width: number,
  height: number,
  left: number,
  top: number,
  right: number,
  down: number,
  channel: number,
): number {
  let value = 0
  for (let dy = 0; dy < 2; dy++) {
    for (let dx = 0; dx < 2; dx++) {
      const x = left + dx
      const y = top + dy
      if (x < 0 || y < 0 || x >= width || y >= height) continue
      value += byte(data, (y * width + x) * 4 + channel) * (dx ? right : 1 - right) * (dy ? down : 1 - down)
    }
  }
  return value
}

function byte(data: Uint8ClampedArray, at: number): number {
  return data[at] ?? 0
}

/** The whole picture in a square, with black bands where it is not one. */
export function wholePicture({ width, height }: Picture): Region {
  return { x: width / 2, y: height / 2, side: Math.max(width, height), angle: 0 }
}

/** Equal for equal pictures; a real camera's noise changes it with every frame (FNV-1a over some pixels). */
export function signature({ data }: Picture, stride = 61): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < data.length; at += stride) hash = Math.imul(hash ^ byte(data, at), 0x01000193)
  return hash >>> 0
}
