/**
 * Sends the backlog over the link in order, one batch at a time, again and again until it is acknowledged. On each
 * connection it waits for the first answer about the time, so that the server can date what comes.
 */

import type { Backlog, Limit, StoredEntry } from './backlog'
import type { Downwards, LiveLink } from './contracts'
import type { Epoch, Receipt } from './store'
import type { Upward } from '@/api/messages'

export type AppendEntries = Extract<Upward, { type: 'evidence.append' }>

const BATCH: Limit = { entries: 200, bytes: 200_000 }
const ANSWER_LIMIT_MS = 10_000
const REFUSAL_PAUSE_MS = 200
/** So often in a row may the server say that numbers are out of order before the stream is given up. */
const OUT_OF_ORDER_LIMIT = 5

export interface DeliveryNews {
  onAcknowledged(receipt: Receipt): void
  /** This entry can never be stored as it is. */
  onRefused(number: number, code: string): void
  /** The server holds something else under these numbers. */
  onConflict(code: string): void
}

export class Delivery {
  readonly #link: LiveLink
  readonly #backlog: Backlog
  readonly #epochOf: (epoch: string) => Epoch | undefined
  readonly #news: DeliveryNews
  readonly #unsubscribe: (() => void)[]
  /** The run of this page's clock that the server has measured over this connection. */
  #measuredEpoch: string | undefined
  /** The last number of the batch that is on its way. */
  #underWay: number | undefined
  #wake: ReturnType<typeof setTimeout> | undefined
  /** The server asked for a pause, or refused something. */
  #resting = false
  #outOfOrder = 0
  /** A message was refused whole: its entries go one by one, to find the one that is to blame. */
  #singly = false

  constructor(
    link: LiveLink,
    backlog: Backlog,
    epochOf: (epoch: string) => Epoch | undefined,
    news: DeliveryNews,
  ) {
    this.#link = link
    this.#backlog = backlog
    this.#epochOf = epochOf
    this.#news = news
    this.#unsubscribe = [
      link.onStatus(() => this.#startAnew()),
      link.on('clock.pong_state', () => this.#measured()),
      link.on('evidence.acknowledged_state', (receipt) => this.#acknowledged(receipt)),
      link.on('evidence.refused_state', (refused) => this.#refused(refused)),
      link.on('live.message_refused_state', ({ message, code }) => this.#messageRefused(message, code)),
      link.on('evidence.slow_down_state', ({ retry_after_ms }) => this.#rest(retry_after_ms)),
    ]
  }

  /** Sends what is ready, unless a batch is on its way, the server asked to wait or cannot date it yet. */
  pump(): void {
    if (this.#resting || this.#underWay !== undefined) return
    if (this.#measuredEpoch !== this.#link.clock.epoch) return
    const batch = this.#backlog.batch(this.#singly ? { ...BATCH, entries: 1 } : BATCH)
    const last = batch.at(-1)
    if (!last || !this.#link.send(this.message(batch))) return
    this.#underWay = last.number
    this.#wakeAfter(ANSWER_LIMIT_MS)
  }

  message(batch: readonly StoredEntry[]): AppendEntries {
    const epoch = batch[0]?.epoch ?? ''
    const known = this.#epochOf(epoch)
    return {
      type: 'evidence.append',
      stream: this.#backlog.stream,
      epoch,
      origin_us: known?.originUs ?? null,
      origin_uncertainty_us: known?.uncertaintyUs ?? 0,
      entries: batch.map(({ number, atUs, payload }) => ({ number, at_us: atUs, payload })),
    }
  }

  stop(): void {
    clearTimeout(this.#wake)
    for (const unsubscribe of this.#unsubscribe) unsubscribe()
  }

  #startAnew(): void {
    this.#measuredEpoch = undefined
    this.#goOn()
  }

  #measured(): void {
    const { epoch, isMeasured } = this.#link.clock
    if (!isMeasured || epoch === this.#measuredEpoch) return
    this.#measuredEpoch = epoch
    this.pump()
  }

  #goOn(): void {
    clearTimeout(this.#wake)
    this.#resting = false
    this.#underWay = undefined
    this.pump()
  }

  #rest(ms: number): void {
    this.#resting = true
    this.#underWay = undefined
    this.#wakeAfter(ms)
  }

  #wakeAfter(ms: number): void {
    clearTimeout(this.#wake)
    this.#wake = setTimeout(() => this.#goOn(), ms)
  }

  #acknowledged(receipt: Receipt): void {
    if (receipt.stream !== this.#backlog.stream) return
    if (this.#backlog.acknowledge(receipt.through)) {
      this.#outOfOrder = 0
      this.#singly = false
      this.#news.onAcknowledged(receipt)
    }
    if (this.#underWay !== undefined && receipt.through >= this.#underWay) this.#goOn()
  }

  #refused({ stream, refusals }: Downwards['evidence.refused_state']): void {
    if (stream !== this.#backlog.stream) return
    const conflict = refusals.find(({ code }) => code === 'stream_conflict')
    const disordered = refusals.some(({ code }) => code === 'out_of_order')
    for (const { number, code } of refusals)
      if (code !== 'stream_conflict' && code !== 'out_of_order') this.#news.onRefused(number, code)
    if (disordered) this.#outOfOrder += 1
    if (conflict || this.#outOfOrder > OUT_OF_ORDER_LIMIT) {
      this.#outOfOrder = 0
      this.#news.onConflict(conflict ? conflict.code : 'out_of_order')
    }
    this.#rest(REFUSAL_PAUSE_MS)
  }

  /** Too large or not readable: the server does not say which entry it was. */
  #messageRefused(message: string, code: string): void {
    const isOurs = message === 'evidence.append' || code === 'message_too_large'
    if (!isOurs || this.#underWay === undefined) return
    if (this.#singly && code !== 'failed') this.#news.onRefused(this.#underWay, code)
    this.#singly = code !== 'failed' && !this.#singly
    this.#rest(REFUSAL_PAUSE_MS)
  }
}
