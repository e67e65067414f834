/** How much of the device observing may take, so that call and typing never stutter. */

import { mean } from './geometry'

export interface Rates {
  /** Readings and object pictures per second. */
  faces: number
  objects: number
}

/**
 * What is given up, in this order: objects become slower, then faces; then objects rest, and in the end faces are
 * read as slowly as still makes sense.
 */
export const LADDER: readonly Rates[] = [
  { faces: 15, objects: 2 },
  { faces: 15, objects: 1 },
  { faces: 15, objects: 0.5 },
  { faces: 10, objects: 0.5 },
  { faces: 7, objects: 0.5 },
  { faces: 5, objects: 0.5 },
  { faces: 5, objects: 0 },
  { faces: 3, objects: 0 },
]
const FULL: Rates = { faces: 15, objects: 2 }
export const FASTEST_FACES = FULL.faces

/** Of one core. */
const FACES_SHARE = 0.5
const OBJECTS_SHARE = 0.35
/** A step up must fit with this much to spare. */
const HEADROOM = 0.8
/** The page stutters when its own thread was late for this share of the time. */
const LATE_SHARE = 0.1
/** How long a step stands before it is judged, and before a faster one is tried. */
const JUDGE_MS = 3000
const CALM_MS = 12_000
/** A faster step that had to be taken back is tried again after twice the time, at most so often as this. */
const CALM_LIMIT_MS = 200_000
const TAKEN_BACK_MS = 30_000

/** Chooses the rates out of what readings cost and how late the page's own thread is. */
export class Budget {
  private step = 0
  private calmMs = CALM_MS
  private readonly faces = new Costs()
  private readonly objects = new Costs()
  private lateMs = 0
  private judgedMs: number
  private steadySinceMs: number
  private roseMs = -Infinity

  constructor(nowMs: number) {
    this.judgedMs = this.steadySinceMs = nowMs
  }

  get rates(): Rates {
    return LADDER[this.step] ?? FULL
  }

  readFace(costMs: number): void {
    this.faces.add(costMs)
  }

  lookedForObjects(costMs: number): void {
    this.objects.add(costMs)
  }

  /** The page's own thread came this much later than it wanted. */
  wasLate(byMs: number): void {
    this.lateMs += byMs
  }

  /** To be asked often; true when the rates have changed. */
  judge(nowMs: number): boolean {
    const elapsedMs = nowMs - this.judgedMs
    if (elapsedMs < JUDGE_MS) return false
    const stutters = this.lateMs > elapsedMs * LATE_SHARE
    const before = this.step
    if (stutters || !this.fits(this.step, 1)) this.descend(nowMs)
    else if (nowMs - this.steadySinceMs >= this.calmMs && this.fits(this.step - 1, HEADROOM)) this.rise(nowMs)
    this.judgedMs = nowMs
    this.lateMs = 0
    return this.step !== before
  }

  private descend(nowMs: number): void {
    if (nowMs - this.roseMs < TAKEN_BACK_MS) this.calmMs = Math.min(this.calmMs * 2, CALM_LIMIT_MS)
    this.roseMs = -Infinity
    this.step = Math.min(this.step + 1, LADDER.length - 1)
    this.steadySinceMs = nowMs
    this.forget()
  }

  private rise(nowMs: number): void {
    this.step--
    this.roseMs = this.steadySinceMs = nowMs
    this.forget()
  }

  /** Costs of before belong to another load. */
  private forget(): void {
    this.faces.forget()
    this.objects.forget()
  }

  private fits(step: number, share: number): boolean {
    const rates = LADDER[step]
    if (!rates) return false
    return (
      this.faces.mean * rates.faces <= FACES_SHARE * 1000 * share &&
      this.objects.mean * rates.objects <= OBJECTS_SHARE * 1000 * share
    )
  }
}

/** The newest costs of one kind, milliseconds; the last known mean while there is none. */
class Costs {
  private costs: number[] = []
  private known = 0

  add(costMs: number): void {
    this.costs.push(costMs)
    if (this.costs.length > KEPT) this.costs.shift()
  }

  get mean(): number {
    return this.costs.length ? mean(this.costs) : this.known
  }

  forget(): void {
    this.known = this.mean
    this.costs = []
  }
}

const KEPT = 60
