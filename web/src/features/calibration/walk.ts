/** Leads through the dots of a calibration in their time, without React: pages watch `state` and call its verbs. */

import { Cell } from '@/lib/cell'
import type { Observer, Reading } from '@/vision/contracts'
import { CalibrationRun, DWELL_MS, SETTLE_MS, type Dot, type Outcome } from '@/vision/calibration'
import type { GazeMethod } from '@/vision/gazePoint'
import type { PagePlace } from '@/vision/place'

export type WalkState =
  | { phase: 'walking'; dot: Dot; looking: boolean; share: number; unseen: boolean }
  | { phase: 'paused'; share: number }
  | { phase: 'done'; outcome: Outcome }

/** A dot at which nothing was seen is asked for so often, then passed over. */
const TRIES = 3

export class CalibrationWalk {
  readonly state: Cell<WalkState>
  private readonly run: CalibrationRun
  private timer: number | undefined
  private collecting = false
  private tries = 0
  private readonly stopReadings: () => void

  constructor(
    observer: Pick<Observer, 'onReading'>,
    private readonly place: PagePlace,
    method: GazeMethod,
    limitDeg: number,
  ) {
    this.run = new CalibrationRun(place.screen, method, limitDeg)
    this.state = new Cell<WalkState>({ phase: 'paused', share: 0 })
    this.stopReadings = observer.onReading((reading) => this.take(reading))
    this.go()
  }

  get method(): GazeMethod {
    return this.run.method
  }

  pause(): void {
    if (this.state.get().phase !== 'walking') return
    this.rest()
    this.state.set({ phase: 'paused', share: this.run.share })
  }

  /** Goes on with the dot at which it was paused. */
  go(): void {
    const dot = this.run.dot
    if (!dot) {
      this.state.set({ phase: 'done', outcome: this.run.outcome() })
      return
    }
    this.say(dot, false)
    this.timer = window.setTimeout(() => this.look(dot), SETTLE_MS)
  }

  repeat(dots: readonly Dot[]): void {
    this.run.repeat(dots)
    this.go()
  }

  stop(): void {
    this.rest()
    this.stopReadings()
  }

  private look(dot: Dot): void {
    this.collecting = true
    this.say(dot, true)
    this.timer = window.setTimeout(() => this.finish(), DWELL_MS[dot.stage])
  }

  private finish(): void {
    this.collecting = false
    if (this.run.finishDot()) {
      this.tries = 0
    } else if (++this.tries >= TRIES) {
      this.run.skipDot()
      this.tries = 0
    }
    this.go()
  }

  private rest(): void {
    window.clearTimeout(this.timer)
    this.collecting = false
  }

  private take(reading: Reading): void {
    const dot = this.run.dot
    if (!this.collecting || !dot) return
    this.run.take(reading, this.place.fromMiddle(onPage(dot)))
  }

  private say(dot: Dot, looking: boolean): void {
    this.state.set({ phase: 'walking', dot, looking, share: this.run.share, unseen: this.tries > 0 })
  }
}

/** Where a dot lies on the page, in pixels. */
function onPage({ at }: Dot): { x: number; y: number } {
  return { x: at.x * window.innerWidth, y: at.y * window.innerHeight }
}
