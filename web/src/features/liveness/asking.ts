/** Asks one thing after the other in its time, without React: pages watch `state`. */

import { Cell } from '@/lib/cell'
import type { Observer } from '@/vision/contracts'
import {
  type Answer,
  type Challenge,
  type Hue,
  type LivenessCheck,
  LivenessRun,
  type Way,
} from '@/vision/liveness'
import { DOT_AFTER_MS, DOT_MS } from '@/vision/livenessAnswers'
import { HUE_MS, HUES_AFTER_MS } from '@/vision/livenessColour'

export type AskingState = { done: number; of: number } & (
  | { phase: 'waiting'; told: Answer | undefined; unseen: boolean }
  /** Where the dot is, and what colour the page has; undefined in the middle, and without. */
  | { phase: 'asked'; challenge: Challenge; way: Way | undefined; hue: Hue | undefined }
  | { phase: 'done'; check: LivenessCheck }
)

/** Time to read what came of the last one, and to come back to rest. */
const PAUSE_MS = 1200
/** Who is not seen at rest for so long wants to know. */
const UNSEEN_MS = 4000
const TICK_MS = 50

export class Asking {
  readonly state: Cell<AskingState>
  private readonly run: LivenessRun
  private readonly timer: number
  private readonly stopReadings: () => void
  private askedMs: number | undefined
  private restedMs = performance.now()
  private told: Answer | undefined

  constructor(observer: Pick<Observer, 'onReading'>, withColour: boolean) {
    this.run = new LivenessRun(withColour)
    this.state = new Cell<AskingState>(this.waiting(false))
    this.stopReadings = observer.onReading((reading) => this.run.take(reading))
    this.timer = window.setInterval(() => this.tick(performance.now()), TICK_MS)
  }

  stop(): void {
    window.clearInterval(this.timer)
    this.stopReadings()
  }

  private tick(nowMs: number): void {
    if (this.askedMs === undefined) this.ask(nowMs)
    else this.judge(nowMs, nowMs - this.askedMs)
  }

  private ask(nowMs: number): void {
    const waitedMs = nowMs - this.restedMs
    if (waitedMs < PAUSE_MS) return
    if (this.run.ask(nowMs)) {
      this.askedMs = nowMs
      this.show(0)
    } else if (waitedMs > UNSEEN_MS) {
      this.say(this.waiting(true))
    }
  }

  private judge(nowMs: number, sinceMs: number): void {
    const found = this.run.judge(nowMs)
    if (!found) {
      this.show(sinceMs)
      return
    }
    this.told = found === 'unclear' ? undefined : found
    this.askedMs = undefined
    this.restedMs = nowMs
    if (this.run.challenge) {
      this.say(this.waiting(false))
    } else {
      this.stop()
      this.say({ phase: 'done', check: this.run.outcome(), ...this.run.progress })
    }
  }

  private show(sinceMs: number): void {
    const challenge = this.run.challenge
    if (!challenge) return
    const way =
      challenge.asked === 'follow_dot' ? stepOf(challenge.ways, sinceMs - DOT_AFTER_MS, DOT_MS) : undefined
    const hue =
      challenge.asked === 'colour' ? stepOf(challenge.hues, sinceMs - HUES_AFTER_MS, HUE_MS) : undefined
    this.say({ phase: 'asked', challenge, way, hue, ...this.run.progress })
  }

  private waiting(unseen: boolean): AskingState {
    return { phase: 'waiting', told: this.told, unseen, ...this.run.progress }
  }

  private say(state: AskingState): void {
    if (JSON.stringify(state) !== JSON.stringify(this.state.get())) this.state.set(state)
  }
}

function stepOf<Step>(steps: readonly Step[], sinceMs: number, eachMs: number): Step | undefined {
  return sinceMs < 0 ? undefined : steps[Math.floor(sinceMs / eachMs)]
}
