/** The server's time from this page's monotonic clock: four timestamps per exchange, the shortest round trip wins. */

import type { Downwards, LiveClock } from './contracts'
import type { Upward } from '@/api/messages'
import { randomId } from '@/lib/random-id'

type ClockPing = Extract<Upward, { type: 'clock.ping' }>
type Exchange = NonNullable<ClockPing['previous']>

const KEPT_SAMPLES = 12
/** `performance.now()` stands still while a computer sleeps, `Date.now()` does not. */
const SLEPT_US = 250_000
/** How far off a computer's own clock may be, before the server was ever asked. */
const UNMEASURED_US = 3_600_000_000

interface Sample {
  originUs: number
  roundTripUs: number
}

export class Clock implements LiveClock {
  #epoch = randomId()
  #wallOriginUs = wallOriginUs()
  #samples: Sample[] = []
  /** When the questions of this epoch were asked that have no answer yet. */
  readonly #asked = new Set<number>()
  #previous: Exchange | undefined

  get epoch(): string {
    this.#noticeSleep()
    return this.#epoch
  }

  get isMeasured(): boolean {
    return this.#best !== undefined
  }

  get originUs(): number {
    return Math.round(this.#best?.originUs ?? wallOriginUs())
  }

  get uncertaintyUs(): number {
    const best = this.#best
    return best ? Math.ceil(best.roundTripUs / 2) : UNMEASURED_US
  }

  nowUs(): number {
    return Math.round(performance.now() * 1_000)
  }

  /** The next question to the server; carries the exchange before it, so that the server learns as much. */
  ping(): ClockPing {
    const { epoch } = this
    const t0_us = this.nowUs()
    this.#asked.add(t0_us)
    return { type: 'clock.ping', epoch, t0_us, previous: this.#previous ?? null }
  }

  /** True for the first exchange of an epoch, of which the server does not know yet. */
  pong({ t0_us, t1_us, t2_us }: Downwards['clock.pong_state']): boolean {
    this.#noticeSleep()
    if (!this.#asked.has(t0_us)) return false
    this.#asked.clear()
    const t3_us = this.nowUs()
    this.#previous = { t0_us, t1_us, t2_us, t3_us }
    this.#samples = [
      ...this.#samples.slice(1 - KEPT_SAMPLES),
      { originUs: (t1_us - t0_us + (t2_us - t3_us)) / 2, roundTripUs: t3_us - t0_us - (t2_us - t1_us) },
    ]
    return this.#samples.length === 1
  }

  get #best(): Sample | undefined {
    this.#noticeSleep()
    return this.#samples.reduce<Sample | undefined>(
      (best, sample) => (best && best.roundTripUs <= sample.roundTripUs ? best : sample),
      undefined,
    )
  }

  #noticeSleep(): void {
    if (Math.abs(wallOriginUs() - this.#wallOriginUs) < SLEPT_US) return
    this.#epoch = randomId()
    this.#wallOriginUs = wallOriginUs()
    this.#samples = []
    this.#asked.clear()
    this.#previous = undefined
  }
}

function wallOriginUs(): number {
  return (Date.now() - performance.now()) * 1_000
}
