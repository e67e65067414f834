/**
 * The evidence of this browser on its way to the log: numbered strictly, kept in IndexedDB until acknowledged.
 *
 * Nothing is lost without a trace. An entry that the server can never store is replaced, under its own number, by a
 * note of the gap; a stream that the server holds differently is left for a new one that begins with such a note; what
 * there is no space for is counted in one.
 */

import { Backlog, CAPACITY, type Limit, type StoredEntry } from './backlog'
import { type EvidenceQueue, type LiveLink, OtherTabWrites, type Space } from './contracts'
import { type AppendEntries, Delivery } from './delivery'
import { Journal } from './journal'
import { LAST_WORDS, sendLastWords } from './keepalive'
import { type HeldLock, holdLock } from './lock'
import { keepScraps, takeUpWithScraps } from './scraps'
import { EntryStore, type Epoch, type Kept, keptReceipts, type Receipt } from './store'
import type { Payload } from '@/api/messages'
import { Listeners } from '@/lib/listeners'
import { randomId } from '@/lib/random-id'

const FINISH_LIMIT_MS = 10_000

export interface QueueOptions {
  link: LiveLink
  roomSession: string
  participant: string
  /** Take over from another tab of this browser instead of throwing `OtherTabWrites`. */
  takeOver?: boolean
  /** Another tab took over: this queue has stopped, and appends are refused with `OtherTabWrites`. */
  onTakenOver?: () => void
  /** Where the server is, if not where the page came from. */
  origin?: string
  /** How much is kept for the server at most. */
  capacity?: Limit
}

/**
 * Thrown by `flush` and `finish` when the server did not acknowledge in time. Nothing is lost: the queue goes on
 * trying until it is stopped, and the next page load after that.
 */
export class NotAcknowledged extends Error {}

/** Thrown by `append` after `finish` or `stop`. */
export class QueueEnded extends Error {}

export async function openEvidenceQueue(options: QueueOptions): Promise<EvidenceQueue> {
  const name = nameOf(options)
  const lock = await holdLock(name, options.takeOver ?? false)
  const store = await EntryStore.open(name).catch(() => undefined)
  const kept = store && (await takeUpWithScraps(name, store).catch(() => undefined))
  const queue = new Queue(options, kept ? store : undefined, kept ?? nothingKept(), lock)
  void lock.taken.then(() => queue.takenOver())
  return queue
}

/** By room and person, so that two people may take part from one browser. */
function nameOf({ roomSession, participant }: QueueOptions): string {
  return `fairview-stream-${roomSession}-${participant}`
}

async function within(limitMs: number, promise: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NotAcknowledged()), limitMs)
  })
  await Promise.race([promise, limit]).finally(() => clearTimeout(timer))
}

function nothingKept(): Kept {
  return { stream: randomId(), last: 0, entries: [], epochs: [] }
}

class Queue implements EvidenceQueue {
  readonly #options: QueueOptions
  readonly #backlog: Backlog
  readonly #journal: Journal
  readonly #delivery: Delivery
  readonly #lock: HeldLock
  readonly #epochs: Map<string, Epoch>
  readonly #pendings = new Listeners<number>()
  readonly #spaces = new Listeners<Space>()
  readonly #forgetTokens: () => void
  #space: Space
  #receipt: Receipt | undefined
  #token: string | undefined
  /** Why nothing can be appended any more. */
  #ended: Error | undefined
  #halted = false
  /** The page is being closed; what others append on that occasion goes out at once. */
  #isLeaving = false

  constructor(options: QueueOptions, store: EntryStore | undefined, kept: Kept, lock: HeldLock) {
    const { link, capacity = CAPACITY } = options
    this.#options = options
    this.#lock = lock
    this.#epochs = new Map(kept.epochs.map((epoch) => [epoch.epoch, epoch]))
    this.#backlog = new Backlog(kept.stream, kept.last + 1, kept.entries, capacity)
    this.#space = this.#backlog.space
    this.#journal = new Journal(store, () => this.#epochNow())
    this.#delivery = new Delivery(link, this.#backlog, (epoch) => this.#known(epoch), {
      onAcknowledged: (receipt) => this.#acknowledged(receipt),
      onRefused: (number, code) => this.#noteGap(number, code),
      onConflict: (code) => this.#restart(0, code),
    })
    this.#forgetTokens = link.on('evidence.stream_token_state', ({ stream, token }) => {
      if (stream === this.#backlog.stream) this.#token = token
    })
    window.addEventListener('pagehide', this.#leave)
    window.addEventListener('pageshow', this.#return)
    if (this.#backlog.missing > 0) this.#restart(this.#backlog.missing, 'store_damaged')
    this.#delivery.pump()
  }

  get durable(): boolean {
    return this.#journal.durable
  }

  get pending(): number {
    return this.#backlog.pending
  }

  onPending(listener: (pending: number) => void): () => void {
    return this.#pendings.add(listener)
  }

  get space(): Space {
    return this.#space
  }

  onSpace(listener: (space: Space) => void): () => void {
    return this.#spaces.add(listener)
  }

  async append(payload: Payload, atUs?: number): Promise<void> {
    if (this.#ended) throw this.#ended
    const { clock } = this.#options.link
    await this.#keep(this.#backlog.append(payload, clock.epoch, Math.round(atUs ?? clock.nowUs())))
  }

  flush(limitMs: number): Promise<void> {
    return within(limitMs, this.#settled())
  }

  async finish(reason: string, limitMs = FINISH_LIMIT_MS): Promise<void> {
    if (this.#ended) throw this.#ended
    const { clock } = this.#options.link
    const last: Payload = { kind: 'evidence.stream_closed', reason }
    const closing = this.#keep(this.#backlog.appendAnyway(last, clock.epoch, clock.nowUs()))
    this.#ended = new QueueEnded()
    await closing
    await within(limitMs, this.#closeWhenSettled())
  }

  async stop(): Promise<void> {
    await this.#halt(new QueueEnded())
  }

  /** The store may be closed by now, and is opened anew. */
  async receipts(): Promise<Receipt[]> {
    const newest = this.#receipt
    const kept = await keptReceipts(nameOf(this.#options)).catch(() => [])
    return newest ? [...kept.filter(({ stream }) => stream !== newest.stream), newest] : kept
  }

  /** Another tab holds the lock, or the store, from now on. */
  takenOver(): void {
    if (this.#halted) return
    void this.#halt(new OtherTabWrites())
    this.#options.onTakenOver?.()
  }

  /** Resolves when everything appended so far is acknowledged; rejects when this queue stops before. */
  #settled(): Promise<void> {
    const mark = this.#backlog.mark
    if (this.#backlog.isSettled(mark)) return Promise.resolve()
    return new Promise((resolve, reject) => {
      const forget = this.#pendings.add(() => {
        const isSettled = this.#backlog.isSettled(mark)
        if (!isSettled && !this.#halted) return
        forget()
        if (isSettled) resolve()
        else reject(new NotAcknowledged())
      })
    })
  }

  async #closeWhenSettled(): Promise<void> {
    await this.#settled()
    await this.#journal.close()
    await this.stop()
  }

  async #halt(why: Error): Promise<void> {
    if (this.#halted) return
    this.#halted = true
    this.#ended ??= why
    this.#delivery.stop()
    this.#forgetTokens()
    window.removeEventListener('pagehide', this.#leave)
    window.removeEventListener('pageshow', this.#return)
    this.#pendings.tell(this.pending)
    await this.#journal.release()
    this.#lock.letGo()
  }

  async #keep(entry: StoredEntry): Promise<void> {
    const { stream } = this.#backlog
    this.#tellAmount()
    if (this.#isLeaving) this.#sayLastWords()
    await this.#written(stream, entry.number, this.#journal.add(entry))
  }

  #tellAmount(): void {
    this.#pendings.tell(this.pending)
    const { space } = this.#backlog
    if (space === this.#space) return
    this.#space = space
    this.#spaces.tell(space)
  }

  async #written(stream: string, through: number, write: Promise<void>): Promise<void> {
    try {
      await write
    } catch (error) {
      this.takenOver()
      throw error
    }
    if (stream === this.#backlog.stream) this.#backlog.markWritten(through)
    if (!this.#halted) this.#delivery.pump()
  }

  #acknowledged(receipt: Receipt): void {
    this.#receipt = receipt
    void this.#journal.acknowledge(receipt).catch(() => this.takenOver())
    this.#tellAmount()
  }

  #noteGap(number: number, reason: string): void {
    const entry = this.#backlog.replace(number, { kind: 'evidence.gap_noted', lost: 1, reason })
    if (entry) void this.#journal.add(entry).catch(() => this.takenOver())
  }

  #restart(lost: number, reason: string): void {
    const { clock } = this.#options.link
    const note: Payload = { kind: 'evidence.gap_noted', lost, reason }
    const entries = this.#backlog.restart(randomId(), note, clock.epoch, clock.nowUs())
    const { stream } = this.#backlog
    this.#token = undefined
    const write = this.#journal.restart(stream, entries)
    void this.#written(stream, entries.length, write).catch(() => undefined)
  }

  #epochNow(): Epoch {
    const { epoch, originUs, uncertaintyUs } = this.#options.link.clock
    return { epoch, originUs, uncertaintyUs }
  }

  #known(epoch: string): Epoch | undefined {
    return epoch === this.#options.link.clock.epoch ? this.#epochNow() : this.#epochs.get(epoch)
  }

  readonly #leave = (): void => {
    this.#isLeaving = true
    this.#sayLastWords()
  }

  /** Back from the browser's cache of pages. */
  readonly #return = (): void => {
    this.#isLeaving = false
  }

  #sayLastWords(): void {
    const { stream, unwritten } = this.#backlog
    if (unwritten.length > 0)
      keepScraps(nameOf(this.#options), { stream, epoch: this.#epochNow(), entries: unwritten })
    if (!this.#token) return
    const messages: AppendEntries[] = []
    for (let after = 0; messages.length < LAST_WORDS.messages;) {
      const batch = this.#backlog.batch(LAST_WORDS, after, true)
      const last = batch.at(-1)
      if (!last) break
      messages.push(this.#delivery.message(batch))
      after = last.number
    }
    const { roomSession, origin = window.location.origin } = this.#options
    sendLastWords({ roomSession, origin, token: this.#token, messages })
  }
}
