/** Points, boxes and turned squares in pixels of a picture; x to the right, y down. */

export interface Point {
  x: number
  y: number
}

export interface Box extends Point {
  width: number
  height: number
}

/** A square around (x, y), turned by `angle` radians (clockwise in the picture). */
export interface Region extends Point {
  side: number
  angle: number
}

/** Takes (u, v) of a crop to (a·u + b·v + c, d·u + e·v + f) of the picture. */
export interface Affine {
  a: number
  b: number
  c: number
  d: number
  e: number
  f: number
}

export function cropToPicture(region: Region, size: number): Affine {
  const cosine = Math.cos(region.angle)
  const sine = Math.sin(region.angle)
  const step = region.side / size
  const half = region.side / 2
  return {
    a: cosine * step,
    b: -sine * step,
    c: region.x - half * (cosine - sine),
    d: sine * step,
    e: cosine * step,
    f: region.y - half * (cosine + sine),
  }
}

export function transform(m: Affine, x: number, y: number): Point {
  return { x: m.a * x + m.b * y + m.c, y: m.d * x + m.e * y + m.f }
}

/** Shared area over joint area, 0..1. */
export function overlap(one: Box, other: Box): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  if (width <= 0 || height <= 0) return 0
  const shared = width * height
  return shared / (one.width * one.height + other.width * other.height - shared)
}

/** Wide and tall as the longer side of `box`, times `scale`, along the line from `left` to `right`. */
export function regionAround(box: Box, left: Point, right: Point, scale: number): Region {
  return {
    x: box.x + box.width / 2,
    y: box.y + box.height / 2,
    side: Math.max(box.width, box.height) * scale,
    angle: Math.atan2(right.y - left.y, right.x - left.x),
  }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? NaN
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2
}

/** Between the nearest ranks. */
export function quantile(values: readonly number[], share: number): number {
  const ranked = values.toSorted((one, other) => one - other)
  const at = share * (ranked.length - 1)
  const below = Math.floor(at)
  const [low, high] = [ranked[below] ?? NaN, ranked[Math.min(below + 1, ranked.length - 1)] ?? NaN]
  return low + (high - low) * (at - below)
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}

export function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit))
}
