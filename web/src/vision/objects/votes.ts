/** What several frames agree on. */

import type { Sighting } from '../contracts'

import { isSame } from './sightings'

const VOTES = 3
export const FRAMES = 6

type Frame = readonly Sighting[]

/**
 * What at least three of the last six frames show in about the same place, each once, at its surest. Misses
 * persist from frame to frame, so more frames would find little more.
 */
export function agreed(frames: readonly Frame[]): Sighting[] {
  const newest = frames.slice(-FRAMES)
  const ranked = newest.flat().toSorted((one, other) => other.score - one.score)
  const found: Sighting[] = []
  for (const one of ranked) {
    if (votesFor(one, newest) >= VOTES && !found.some((other) => isSame(one, other))) found.push(one)
  }
  return found
}

export function votesFor(one: Sighting, frames: readonly Frame[]): number {
  return frames.filter((frame) => frame.some((other) => isSame(one, other))).length
}
