import type { Sighting, Statement } from '../contracts'
import type { Box } from '../geometry'
import { mostFrequent, Spans, type Kind } from '../spans'

import { mayBeAHand } from './hands'
import { agreed, FRAMES, votesFor } from './votes'

/** Without a picture for longer than this, nothing was observed in between: one every two seconds is the least. */
const GAP_MS = 4000
const VALUES = ['phone', 'hand_or_phone', 'book', 'device', 'headphones', 'none'] as const

type Value = (typeof VALUES)[number]

/** Whether one value holds. While it does not, there is nothing to say. */
const shown = (value: Value): Kind<boolean> => ({
  observed: 'objects',
  same: (settled, holds) => settled === holds,
  // At once: several frames have agreed already.
  changed: () => true,
  gather: mostFrequent,
  word: (holds) => (holds ? value : ''),
})

/**
 * Sightings in, statements out: each thing that is seen has its own, and where there is none that is said. What
 * several frames show holds at the middle one of them, so that is the time which is stated.
 */
export class ObjectStatements {
  private frames: { sightings: readonly Sighting[]; atMs: number }[] = []
  private readonly spans = VALUES.map((value) => ({ value, spans: new Spans(shown(value), GAP_MS) }))

  get agreed(): Sighting[] {
    return agreed(this.sightings)
  }

  /** What is in sight now, in the words that are stated. */
  words(face: Box | undefined): string[] {
    return this.agreed.map((one) => wordOf(one, face))
  }

  /** Confidence is the share of the last six frames that agree. */
  observe(sightings: readonly Sighting[], face: Box | undefined, atMs: number): Statement[] {
    const last = this.frames.at(-1)
    const unsaid = last && atMs - last.atMs > GAP_MS ? this.flush() : []
    this.frames = [...this.frames, { sightings, atMs }].slice(-FRAMES)
    const middleMs = this.frames[(this.frames.length - 1) >> 1]?.atMs ?? atMs
    const confidences = this.shown(face)
    const said = this.spans.flatMap(({ value, spans }) => {
      const confidence = confidences.get(value)
      return spans.observe({
        atMs: middleMs,
        value: confidence !== undefined,
        confidence: confidence ?? 0,
      })
    })
    return [...unsaid, ...worded(said)]
  }

  /** The camera rests: says what is unsaid, and the next picture begins anew. */
  flush(): Statement[] {
    this.frames = []
    return worded(this.spans.flatMap(({ spans }) => spans.flush()))
  }

  private get sightings(): (readonly Sighting[])[] {
    return this.frames.map(({ sightings }) => sightings)
  }

  /** Values that hold, each with its confidence. */
  private shown(face: Box | undefined): Map<Value, number> {
    const found = this.agreed.map((one) => [wordOf(one, face), this.share(one)] as const)
    if (found.length) return new Map(found.sort(([, one], [, other]) => one - other))
    const unsure = this.sightings.flat().map((one) => this.share(one))
    return new Map([['none', 1 - Math.max(...unsure, 0)]])
  }

  private share(one: Sighting): number {
    return votesFor(one, this.sightings) / FRAMES
  }
}

function wordOf(sighting: Sighting, face: Box | undefined): Value {
  return mayBeAHand(sighting, face) ? 'hand_or_phone' : sighting.countsAs
}

function worded(said: readonly Statement[]): Statement[] {
  return said.filter(({ value }) => value)
}
