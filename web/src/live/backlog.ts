/** The entries of one stream that the server has not acknowledged yet, in the order of their numbers. Pure bookkeeping. */

import type { Space } from './contracts'
import type { Payload } from '@/api/messages'

export interface StoredEntry {
  number: number
  epoch: string
  atUs: number
  payload: Payload
}

/** `ordinal` counts appends of this page load and stays the same when a new stream numbers the entry anew. */
interface WaitingEntry extends StoredEntry {
  readonly ordinal: number
  readonly bytes: number
}

export interface Limit {
  entries: number
  bytes: number
}

/** More than an hour without the network, with notes on attention, code and a call. */
export const CAPACITY: Limit = { entries: 50_000, bytes: 20_000_000 }
/** From this share on, people are told. */
const LOW = 0.8

/** What a number and a time cost beside the payload. */
const FRAME_BYTES = 48

export class Backlog {
  #stream: string
  #next: number
  #written: number
  #ordinal = 0
  #waiting: WaitingEntry[] = []
  #bytes = 0
  /** What there is no space for is counted under this number, which is sent once there is space again. */
  #lost: { number: number; count: number } | undefined
  readonly #capacity: Limit

  constructor(stream: string, next: number, kept: readonly StoredEntry[], capacity = CAPACITY) {
    this.#stream = stream
    this.#capacity = capacity
    this.#next = next
    this.#written = next - 1
    this.#waiting = kept.map((entry) => this.#hold(entry))
  }

  get stream(): string {
    return this.#stream
  }

  get pending(): number {
    return this.#waiting.length
  }

  get space(): Space {
    if (this.#lost) return 'full'
    return this.#used < LOW ? 'ample' : 'low'
  }

  /** A mark for `isSettled`: everything appended so far. */
  get mark(): number {
    return this.#ordinal
  }

  isSettled(mark: number): boolean {
    const [first] = this.#waiting
    return !first || first.ordinal > mark
  }

  get entries(): readonly StoredEntry[] {
    return this.#waiting
  }

  /** Numbered, but not safe on disk yet. */
  get unwritten(): readonly StoredEntry[] {
    return this.#waiting.filter(({ number }) => number > this.#written)
  }

  /** How many numbers are missing between the entries: more than none only after damage. */
  get missing(): number {
    const [first] = this.#waiting
    return first ? this.#next - first.number - this.#waiting.length : 0
  }

  /** Where there is no space left, what is held is a note of how many entries were lost. */
  append(payload: Payload, epoch: string, atUs: number): StoredEntry {
    if (this.#used < 1) return this.appendAnyway(payload, epoch, atUs)
    this.#lost ??= { number: this.#next, count: 0 }
    this.#lost.count += 1
    const { number, count } = this.#lost
    return this.replace(number, noSpaceFor(count)) ?? this.#add(noSpaceFor(count), epoch, atUs)
  }

  /** The last entry of a stream finds space always. */
  appendAnyway(payload: Payload, epoch: string, atUs: number): StoredEntry {
    this.#lost = undefined
    return this.#add(payload, epoch, atUs)
  }

  /** Entries up to here are safe on disk, and may be sent. */
  markWritten(through: number): void {
    this.#written = Math.max(this.#written, through)
  }

  /** True if anything new was acknowledged. */
  acknowledge(through: number): boolean {
    const before = this.#waiting.length
    this.#waiting = this.#waiting.filter((entry) => {
      if (entry.number > through) return true
      this.#bytes -= entry.bytes
      return false
    })
    if (this.#used < 1) this.#lost = undefined
    return this.#waiting.length < before
  }

  /** The next entries to send: one epoch, in order. `unwritten` lets those go too that are not on disk yet. */
  batch(limit: Limit, after = 0, unwritten = false): StoredEntry[] {
    const batch: StoredEntry[] = []
    let bytes = 0
    for (const entry of this.#waiting) {
      if (entry.number <= after) continue
      if (entry.number === this.#lost?.number || (!unwritten && entry.number > this.#written)) break
      bytes += entry.bytes
      const full = batch.length >= limit.entries || (batch.length > 0 && bytes > limit.bytes)
      if (full || (batch[0] && batch[0].epoch !== entry.epoch)) break
      batch.push(entry)
    }
    return batch
  }

  /** Puts another payload under the same number and time; the server has never stored this number. */
  replace(number: number, payload: Payload): StoredEntry | undefined {
    const index = this.#waiting.findIndex((entry) => entry.number === number)
    const old = this.#waiting[index]
    if (!old) return undefined
    this.#bytes -= old.bytes
    const entry = { ...this.#hold({ ...old, payload }), ordinal: old.ordinal }
    this.#waiting[index] = entry
    return entry
  }

  /** Goes on in a new stream: its first entry says why, then everything that was waiting, numbered anew. */
  restart(stream: string, first: Payload, epoch: string, atUs: number): readonly StoredEntry[] {
    const ordinal = this.#waiting[0]?.ordinal ?? this.#ordinal
    const opening = { ...this.#hold({ number: 1, epoch, atUs, payload: first }), ordinal }
    this.#stream = stream
    this.#waiting = [opening, ...this.#waiting].map((entry, index) => ({ ...entry, number: index + 1 }))
    this.#next = this.#waiting.length + 1
    if (this.#lost) this.#lost.number = this.#waiting.length
    this.#written = 0
    return this.#waiting
  }

  /** The share of the space that is taken. */
  get #used(): number {
    return Math.max(this.pending / this.#capacity.entries, this.#bytes / this.#capacity.bytes)
  }

  #add(payload: Payload, epoch: string, atUs: number): StoredEntry {
    const entry = this.#hold({ number: this.#next++, epoch, atUs, payload })
    this.#waiting.push(entry)
    return entry
  }

  #hold(entry: StoredEntry): WaitingEntry {
    const bytes = JSON.stringify(entry.payload).length + FRAME_BYTES
    this.#ordinal += 1
    this.#bytes += bytes
    return { ...entry, ordinal: this.#ordinal, bytes }
  }
}

function noSpaceFor(lost: number): Payload {
  return { kind: 'evidence.gap_noted', lost, reason: 'no_space' }
}
