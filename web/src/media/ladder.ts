/** When to mend a connection, and how: first new paths (an ICE restart), then a new connection. Pure: time comes in. */

const RESTART_AFTER_MS = 2_500
const REBUILD_AFTER_MS = 8_000
const LONGEST_MS = 30_000

export type Remedy = 'restart' | 'rebuild'

export interface Condition {
  /** Since when nothing flows; undefined while all is well. */
  troubleSince: number | undefined
  /** False before anything ever flowed: there are no paths yet that could be renewed. */
  wasConnected: boolean
  /** Without signalling on both sides there is nothing to do but wait: the connection may come back by itself. */
  canSignal: boolean
}

export class Ladder {
  readonly #marginMs: number
  #restartedAt: number | undefined
  #waitingSince: number | undefined
  #rebuilds = 0

  /** With a margin for one of the two sides they do not act in the same instant. */
  constructor(marginMs: number) {
    this.#marginMs = marginMs
  }

  step(now: number, { troubleSince, wasConnected, canSignal }: Condition): Remedy | undefined {
    if (troubleSince === undefined) {
      this.#restartedAt = this.#waitingSince = undefined
      this.#rebuilds = 0
      return undefined
    }
    if (!canSignal) {
      // Counted anew from when the other side can be reached, so that the milder remedy comes first.
      this.#restartedAt = undefined
      this.#waitingSince = wasConnected ? undefined : now
      return undefined
    }
    const since = Math.max(troubleSince, this.#waitingSince ?? troubleSince)
    if (wasConnected && this.#restartedAt === undefined) {
      if (now - since < RESTART_AFTER_MS + this.#marginMs) return undefined
      this.#restartedAt = now
      return 'restart'
    }
    const began = this.#restartedAt === undefined ? since : this.#restartedAt - RESTART_AFTER_MS
    const patience = Math.min(LONGEST_MS, REBUILD_AFTER_MS * 2 ** this.#rebuilds)
    if (now - began < patience + this.#marginMs) return undefined
    this.#restartedAt = undefined
    this.#waitingSince = now
    this.#rebuilds += 1
    return 'rebuild'
  }
}
