import type { Sighting } from '../contracts'
import type { Picture } from '../crop'

import { decoded, takenBack, type Answer } from './decoding'
import type { Description } from './description'
import { place } from './placing'
import { withoutDoubles } from './sightings'

/** Boxes that are looked at, the surest first. */
const MOST = 300

/** Puts a picture into the model and returns the output that the description names. */
export type Ask = (pixels: Float32Array) => Promise<Answer>

/** A model with its description: pictures in, sightings out. */
export class ObjectDetector {
  constructor(
    private readonly description: Description,
    private readonly ask: Ask,
  ) {}

  /** The objects that count, the surest first. */
  async detect(picture: Picture): Promise<Sighting[]> {
    const { input, labels, countsAs, thresholds, overlap } = this.description
    const placed = place(picture, input)
    const found = decoded(await this.ask(placed.pixels), this.description)
    const surest = found.sort((one, other) => other.score - one.score).slice(0, MOST)
    const seen = surest.flatMap((one): Sighting[] => {
      const label = labels[one.label] ?? ''
      const thing = countsAs.get(label)
      if (!thing || one.score < (thresholds[thing] ?? 1)) return []
      const box = takenBack(one, placed, picture.width, picture.height)
      return [{ label, countsAs: thing, score: one.score, box }]
    })
    return withoutDoubles(seen, overlap)
  }
}
