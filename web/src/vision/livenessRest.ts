/** How somebody sits before they are asked: everything is judged against that. */

import type { Colour, Neutral, Reading } from './contracts'
import { gazeAngles } from './gaze'
import { median } from './geometry'

export type Rest = Neutral

/** One reading of a face, since the request; degrees from rest, to the person's left and upwards. */
export interface Moment {
  sinceMs: number
  turned: number
  left: number
  up: number
  /** Of the eyes, 1 as at rest. */
  open: number
  colour: Colour
}

/** Somebody is at rest who has been still for so long, within so many degrees, with open eyes. */
const STILL_MS = 700
/** The newest reading tells nothing any more when it is older. */
const STALE_MS = 1000
const STILL_DEG = 6
const OPEN_SHARE = 0.75
const LEAST_READINGS = 3

/** Undefined while they move, blink or are not there. */
export function restOf(readings: readonly Reading[], nowMs: number): Rest | undefined {
  const newestMs = readings.at(-1)?.atMs ?? -Infinity
  if (newestMs < nowMs - STALE_MS) return undefined
  const recent = readings.filter(({ atMs }) => atMs >= newestMs - STILL_MS)
  const faces = recent.flatMap(({ face }) => face ?? [])
  if (faces.length < LEAST_READINGS || faces.length < recent.length) return undefined
  const middle = (key: 'yaw' | 'pitch' | 'irisX' | 'irisY' | 'eyesOpen') =>
    median(faces.map((face) => face[key]))
  const [yaw, pitch, eyesOpen] = [middle('yaw'), middle('pitch'), middle('eyesOpen')]
  const isStill = faces.every(
    (face) =>
      Math.abs(face.yaw - yaw) <= STILL_DEG &&
      Math.abs(face.pitch - pitch) <= STILL_DEG &&
      face.eyesOpen >= eyesOpen * OPEN_SHARE,
  )
  if (!isStill) return undefined
  return {
    yaw,
    pitch,
    eyesOpen,
    irisX: middle('irisX'),
    irisY: middle('irisY'),
    spread: 0,
    readings: faces.length,
  }
}

export function momentsOf(readings: readonly Reading[], rest: Rest, askedMs: number): Moment[] {
  return readings.flatMap(({ atMs, face }) =>
    face && atMs > askedMs
      ? {
          sinceMs: atMs - askedMs,
          turned: face.yaw - rest.yaw,
          ...gazeAngles(face, rest),
          open: rest.eyesOpen ? face.eyesOpen / rest.eyesOpen : 1,
          colour: face.light.colour,
        }
      : [],
  )
}
