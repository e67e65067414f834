/** A camera's own beat rarely fits ours: a little early is on time, or 10 a second becomes 7.5. */
const EARLY_MS = 17

/** Which frames are read when so many a second are wanted. */
export class Pace {
  private dueMs = -Infinity

  constructor(public rate: number) {}

  /** True when a frame that is there at `nowMs` should be read. */
  due(nowMs: number): boolean {
    const everyMs = 1000 / this.rate
    if (nowMs < this.dueMs - EARLY_MS) return false
    const late = nowMs - this.dueMs > everyMs
    this.dueMs = (late ? nowMs : this.dueMs) + everyMs
    return true
  }
}
