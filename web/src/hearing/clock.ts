/** Sound's clock and ours run apart by less than this, in ms for each ms. */
const DRIFT = 0.003
/** Later than this is no queue any more: the machine slept, or samples were lost. */
const ASLEEP_MS = 2000

/**
 * When a chunk sounded, from when it arrived: queues make it late, never early, so the promptest arrival tells
 * how the sound's own time lies to the page's.
 */
export class SampleClock {
  private last: { soundMs: number; offsetMs: number; atMs: number } | undefined

  /** `soundMs` is the time by the sound's own count. Never runs backwards. */
  at(soundMs: number, arrivedMs: number): number {
    const found = arrivedMs - soundMs
    const known = this.last ? this.last.offsetMs + (soundMs - this.last.soundMs) * DRIFT : found
    const offsetMs = found - known > ASLEEP_MS ? found : Math.min(known, found)
    const atMs = Math.max(this.last?.atMs ?? -Infinity, soundMs + offsetMs)
    this.last = { soundMs, offsetMs, atMs }
    return atMs
  }
}
