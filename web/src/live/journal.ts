/** Writes to the store one after another. When the store fails for good, the page goes on from memory alone. */

import type { StoredEntry } from './backlog'
import { OtherTabWrites } from './contracts'
import { type EntryStore, type Epoch, type Receipt, WriterReplaced } from './store'

interface Gathering {
  entries: StoredEntry[]
  written: Promise<void>
}

export class Journal {
  #store: EntryStore | undefined
  readonly #epochNow: () => Epoch
  #turn: Promise<void> = Promise.resolve()
  /** Entries that come while a write runs go into the next one together. */
  #gathering: Gathering | undefined

  constructor(store: EntryStore | undefined, epochNow: () => Epoch) {
    this.#store = store
    this.#epochNow = epochNow
  }

  get durable(): boolean {
    return this.#store !== undefined
  }

  /** Resolves when the entry is on disk; throws `OtherTabWrites` when this page is not the writer any more. */
  add(entry: StoredEntry): Promise<void> {
    const gathering = (this.#gathering ??= this.#gather())
    gathering.entries.push(entry)
    return gathering.written
  }

  acknowledge(receipt: Receipt): Promise<void> {
    return this.#inTurn((store) => store?.acknowledge(receipt))
  }

  /** `entries` stand in for everything that was added before. */
  restart(stream: string, entries: readonly StoredEntry[]): Promise<void> {
    this.#gathering = undefined
    return this.#inTurn((store) => store?.restart(stream, entries))
  }

  close(): Promise<void> {
    return this.#inTurn((store) => store?.close())
  }

  /** Lets go of the store once everything is written. */
  async release(): Promise<void> {
    await this.#turn.catch(() => undefined)
    this.#store?.release()
  }

  #gather(): Gathering {
    const entries: StoredEntry[] = []
    const written = this.#inTurn((store) => {
      if (this.#gathering?.entries === entries) this.#gathering = undefined
      return store?.add(entries, this.#epochNow())
    })
    return { entries, written }
  }

  #inTurn(work: (store: EntryStore | undefined) => Promise<void> | undefined): Promise<void> {
    this.#turn = this.#turn.then(async () => {
      try {
        await work(this.#store)
      } catch (error) {
        if (error instanceof WriterReplaced) throw new OtherTabWrites()
        this.#store?.release()
        this.#store = undefined
      }
    })
    return this.#turn
  }
}
