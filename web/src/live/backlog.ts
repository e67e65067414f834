/** The entries of one stream that the server has not acknowledged yet, in the order of their numbers. Pure bookkeeping. */

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

export interface BatchLimit {
  entries: number
  bytes: number
}

/** What a number and a time cost beside the payload. */
const FRAME_BYTES = 48

export class Backlog {
  #stream: string
  #next: number
  #written: number
  #ordinal = 0
  #waiting: WaitingEntry[] = []

  constructor(stream: string, next: number, kept: readonly StoredEntry[]) {
    this.#stream = stream
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

  append(payload: Payload, epoch: string, atUs: number): StoredEntry {
    const entry = this.#hold({ number: this.#next++, epoch, atUs, payload })
    this.#waiting.push(entry)
    return entry
  }

  /** Entries up to here are safe on disk, and may be sent. */
  markWritten(through: number): void {
    this.#written = Math.max(this.#written, through)
  }

  /** True if anything new was acknowledged. */
  acknowledge(through: number): boolean {
    const before = this.#waiting.length
    this.#waiting = this.#waiting.filter((entry) => entry.number > through)
    return this.#waiting.length < before
  }

  /** The next entries to send: one epoch, in order. `unwritten` lets those go too that are not on disk yet. */
  batch(limit: BatchLimit, after = 0, unwritten = false): StoredEntry[] {
    const batch: StoredEntry[] = []
    let bytes = 0
    for (const entry of this.#waiting) {
      if (entry.number <= after) continue
      if (!unwritten && entry.number > this.#written) break
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
    this.#written = 0
    return this.#waiting
  }

  #hold(entry: StoredEntry): WaitingEntry {
    this.#ordinal += 1
    return { ...entry, ordinal: this.#ordinal, bytes: JSON.stringify(entry.payload).length + FRAME_BYTES }
  }
}
