/** Loudness of a microphone for a meter. Measures only while someone listens. */

import { Listeners } from '@/lib/listeners'

const EVERY_MS = 50
/** Quieter than this shows as nothing; speech at a normal distance is around -30 dB. */
const FLOOR_DB = -60
const CEILING_DB = -10
const FALL = 0.7

export class LevelMeter {
  readonly #levels = new Listeners<number>()
  #track: MediaStreamTrack | undefined
  #measuring: { context: AudioContext; timer: ReturnType<typeof setInterval> } | undefined

  onLevel(listener: (level: number) => void): () => void {
    const remove = this.#levels.add(listener)
    this.#measure()
    return () => {
      remove()
      if (this.#levels.size === 0) this.#rest()
    }
  }

  listenTo(track: MediaStreamTrack | undefined): void {
    if (track === this.#track) return
    this.#track = track
    this.#rest()
    if (!track) this.#levels.tell(0)
    this.#measure()
  }

  #measure(): void {
    if (this.#measuring || !this.#track || this.#levels.size === 0) return
    const context = new AudioContext()
    void context.resume()
    const analyser = context.createAnalyser()
    context.createMediaStreamSource(new MediaStream([this.#track])).connect(analyser)
    const samples = new Float32Array(analyser.fftSize)
    let level = 0
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples)
      level = Math.max(loudness(samples), level * FALL)
      this.#levels.tell(level)
    }, EVERY_MS)
    this.#measuring = { context, timer }
  }

  #rest(): void {
    if (!this.#measuring) return
    clearInterval(this.#measuring.timer)
    void this.#measuring.context.close()
    this.#measuring = undefined
  }
}

/** 0..1 between the floor and the ceiling, of samples in -1..1. */
export function loudness(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length
  const decibels = 10 * Math.log10(power)
  return Math.min(1, Math.max(0, (decibels - FLOOR_DB) / (CEILING_DB - FLOOR_DB)))
}
