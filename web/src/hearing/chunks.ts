import { joined, Resampler } from './resample'
import { CHUNK, RATE } from './voice'

/** Samples of any rate as the chunks that the model hears. */
export class Chunker {
  private readonly resampler: Resampler
  private kept = new Float32Array(0)

  constructor(rate: number) {
    this.resampler = new Resampler(rate, RATE)
  }

  take(samples: Float32Array): Float32Array[] {
    const all = joined(this.kept, this.resampler.take(samples))
    const chunks = []
    let start = 0
    for (; start + CHUNK <= all.length; start += CHUNK) chunks.push(all.slice(start, start + CHUNK))
    this.kept = all.slice(start)
    return chunks
  }

  /** How much of what was taken is in no chunk yet. */
  get keptMs(): number {
    return (this.kept.length * 1000) / RATE
  }
}
