import { mean } from './geometry'

/** Readings per second that are tried, fastest first. */
export const RATES = [10, 7, 5, 3] as const

/** The part of one core that readings may take; the call and the editor need the rest. */
const SHARE = 0.3
/** A faster rate is tried only when it would fit with this much to spare. */
const HEADROOM = 0.75
/** Readings that a verdict on the rate rests on: counting people makes some dearer, and a busy moment passes. */
const JUDGED = 24
/** A camera's own beat rarely fits ours: a little early is on time, or 10 a second becomes 7.5. */
const EARLY_MS = 17

/** Chooses how often to read from what readings cost: as slow as it must be, faster step by step. */
export class Pace {
  private step = 0
  private costs: number[] = []
  private dueMs = -Infinity

  get rate(): number {
    return RATES[this.step] ?? RATES[0]
  }

  /** True when a frame that is there at `nowMs` should be read. */
  due(nowMs: number): boolean {
    const everyMs = 1000 / this.rate
    if (nowMs < this.dueMs - EARLY_MS) return false
    const late = nowMs - this.dueMs > everyMs
    this.dueMs = (late ? nowMs : this.dueMs) + everyMs
    return true
  }

  /** Takes note of what a reading cost; true when the rate has changed. */
  spent(costMs: number): boolean {
    this.costs.push(costMs)
    if (this.costs.length < JUDGED) return false
    const fits = (step: number, share: number) => mean(this.costs) * (RATES[step] ?? Infinity) <= share * 1000
    const before = this.step
    if (this.step > 0 && fits(this.step - 1, SHARE * HEADROOM)) this.step--
    while (this.step < RATES.length - 1 && !fits(this.step, SHARE)) this.step++
    this.costs = []
    return this.step !== before
  }
}
