import type { Sighting } from '../contracts'
import { overlap } from '../geometry'

const SAME_PLACE = 0.3

export function isSame(one: Sighting, other: Sighting): boolean {
  return one.countsAs === other.countsAs && overlap(one.box, other.box) >= SAME_PLACE
}

/** Of boxes of one label that share more than `most`, the first. */
export function withoutDoubles(sightings: readonly Sighting[], most: number): Sighting[] {
  const kept: Sighting[] = []
  for (const one of sightings) {
    if (kept.every((other) => one.label !== other.label || overlap(one.box, other.box) <= most))
      kept.push(one)
  }
  return kept
}
