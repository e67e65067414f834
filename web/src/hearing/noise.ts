import type { Statement } from '@/vision/contracts'
import { clamp } from '@/vision/geometry'
import { GAP_MS } from '@/vision/spans'

import { CHUNK_MS } from './voice'

/** Digital silence, as far as we count down. */
const FLOOR_DB = -100
/** The background is what this part of the quiet chunks does not exceed: keys and chairs are louder. */
const PERCENTILE = 0.2
const NOISE_EVERY_MS = 10_000
/** With less time than this without a voice, nothing is said of the background. */
const LEAST_QUIET_MS = 500
/** From here on it is sure. */
const ENOUGH_QUIET_MS = 3000

/** Mean power of samples in dB below full scale. */
export function levelOf(samples: Float32Array): number {
  let power = 0
  for (const sample of samples) power += sample * sample
  return Math.max(10 * Math.log10(power / samples.length), FLOOR_DB)
}

/** The background between the voices, said every ten seconds. */
export class NoiseWatch {
  private quiet: number[] = []
  private startMs: number | undefined
  private lastMs = 0

  observe(atMs: number, decibels: number, isVoice: boolean): Statement[] {
    const unsaid = this.startMs !== undefined && atMs - this.lastMs > GAP_MS ? this.flush() : []
    this.startMs ??= Math.round(atMs)
    this.lastMs = atMs
    if (!isVoice) this.quiet.push(decibels)
    return atMs - this.startMs >= NOISE_EVERY_MS ? this.state(this.startMs) : unsaid
  }

  flush(): Statement[] {
    const unsaid = this.startMs === undefined ? [] : this.state(this.startMs)
    this.startMs = undefined
    return unsaid
  }

  private state(startMs: number): Statement[] {
    const quiet = this.quiet.toSorted((one, other) => one - other)
    const quietMs = quiet.length * CHUNK_MS
    const level = quiet[Math.floor(PERCENTILE * (quiet.length - 1))]
    const atMs = Math.round(this.lastMs)
    this.quiet = []
    this.startMs = atMs
    if (level === undefined || quietMs < LEAST_QUIET_MS) return []
    const confidence = clamp(quietMs / ENOUGH_QUIET_MS, 0, 1)
    return [
      {
        observed: 'noise',
        value: String(Math.round(level)),
        confidence,
        atMs,
        durationMs: atMs - startMs,
      },
    ]
  }
}
