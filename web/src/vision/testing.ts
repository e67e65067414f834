/** Readings as tests want them; not part of the product. */

import type { FaceLight, Neutral, Reading } from './contracts'

export const CENTRE = { yaw: 2, pitch: -4, irisX: 0.5, irisY: -0.06 } as const
export const NEUTRAL: Neutral = { ...CENTRE, spread: 0.002, eyesOpen: 0.28, readings: 30 }

type Face = NonNullable<Reading['face']>

const EYE = { irisX: CENTRE.irisX, irisY: CENTRE.irisY, open: 0.28, patch: new Array<number>(45).fill(0) }
const LIGHT: FaceLight = {
  ...{ mean: 120, contrast: 40, sharpness: 0.1, around: 110 },
  colour: [150, 115, 100],
}
const REST = {
  ...{ score: 0.99, roll: 0, eyesOpen: 0.28, mouthOpen: 0.02, irisWidth: 12, at: { x: 300, y: 200 } },
  eyes: [EYE, EYE] as const,
  light: LIGHT,
}

export function makeReading(atMs: number, face: Partial<Face> = {}, rest: Partial<Reading> = {}): Reading {
  const box = { x: 200, y: 120, width: 200, height: 240 }
  return {
    ...{ atMs, faces: 1, counted: false, width: 640, height: 480, light: 120, costMs: 15 },
    face: { box, ...REST, ...CENTRE, ...face },
    ...rest,
  }
}

export function makeEmptyReading(atMs: number): Reading {
  return makeReading(atMs, {}, { face: undefined, faces: 0, missed: 0.1 })
}
