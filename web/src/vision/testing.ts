/** Readings as tests want them; not part of the product. */

import type { Neutral, Reading } from './contracts'

export const CENTRE = { yaw: 2, pitch: -4, irisX: 0.5, irisY: -0.06 } as const
export const NEUTRAL: Neutral = { ...CENTRE, spread: 0.002, eyesOpen: 0.28, readings: 30 }

type Face = NonNullable<Reading['face']>

export function makeReading(atMs: number, face: Partial<Face> = {}, rest: Partial<Reading> = {}): Reading {
  const box = { x: 200, y: 120, width: 200, height: 240 }
  return {
    ...{ atMs, faces: 1, counted: false, width: 640, height: 480, light: 120, costMs: 15 },
    face: { score: 0.99, box, roll: 0, eyesOpen: 0.28, ...CENTRE, ...face },
    ...rest,
  }
}

export function makeEmptyReading(atMs: number): Reading {
  return makeReading(atMs, {}, { face: undefined, faces: 0, missed: 0.1 })
}
