/** A worker says every second that it waits; one that says nothing for this long is at work. */
const BUSY_MS = 1500
/** No device takes this long for one picture. */
const DEAD_MS = 10_000
/** Asked this seldom, the whole device slept, and silence tells nothing. */
const SLEPT_MS = 5000

/** Tells a worker that is busy from one that is dead. */
export class Pulse {
  private askedMs: number

  constructor(private heardMs: number) {
    this.askedMs = heardMs
  }

  heard(nowMs: number): void {
    this.heardMs = nowMs
  }

  /** To be asked often. */
  at(nowMs: number): 'waits' | 'works' | 'is dead' {
    if (nowMs - this.askedMs > SLEPT_MS) this.heardMs = nowMs
    this.askedMs = nowMs
    const silentMs = nowMs - this.heardMs
    if (silentMs > DEAD_MS) return 'is dead'
    return silentMs > BUSY_MS ? 'works' : 'waits'
  }
}
