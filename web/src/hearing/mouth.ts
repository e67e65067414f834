export type Lips = 'moving' | 'still' | 'unseen'

/** Lips are judged by the last second: syllables come four or five times in it. */
const WINDOW_MS = 1000
/** A mouth that was not seen for so long is out of sight. */
const STALE_MS = 500
const LEAST_SEEN = 3
/**
 * Standard deviation of the gap over the mouth's width from which lips move. Puppets (three portraits; bare, in
 * noise, far, small, dim): a still mouth stays under 0.011, a turning head's under 0.018, talking is 0.035 to 0.11.
 */
const MOVES = 0.02

/** Whether the lips move, from how far apart they were in the pictures of the last second. */
export class MouthWatch {
  private seen: { open: number; atMs: number }[] = []

  saw(open: number | undefined, atMs: number): void {
    if (open === undefined) this.seen = []
    else this.seen.push({ open, atMs })
  }

  /** `sure` is 0.5 at the border between moving and still, 1 far from it. */
  tell(nowMs: number): { lips: Lips; sure: number } {
    this.seen = this.seen.filter(({ atMs }) => atMs > nowMs - WINDOW_MS)
    const newest = this.seen.at(-1)
    if (!newest || nowMs - newest.atMs > STALE_MS || this.seen.length < LEAST_SEEN) {
      return { lips: 'unseen', sure: 1 }
    }
    const spread = deviation(this.seen.map(({ open }) => open))
    return spread >= MOVES
      ? { lips: 'moving', sure: 1 - (0.5 * MOVES) / spread }
      : { lips: 'still', sure: 1 - (0.5 * spread) / MOVES }
  }
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
}
