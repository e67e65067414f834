/**
 * What one author in one room keeps in this browser: the stream, its unacknowledged entries, its receipts.
 *
 * Every write checks that this page is still the writer, so that a tab that was taken over can number nothing more.
 */

import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb'
import type { StoredEntry } from './backlog'
import type { Downwards } from './contracts'
import { randomId } from '@/lib/random-id'

export type Receipt = Downwards['evidence.acknowledged_state']

/** Another page of this browser opened the same store later, and writes now. */
export class WriterReplaced extends Error {}

export interface Epoch {
  epoch: string
  originUs: number
  uncertaintyUs: number
}

interface StreamRecord {
  id: 'current'
  stream: string
  last: number
  writer: string
  closed: boolean
}

interface Shelves extends DBSchema {
  stream: { key: string; value: StreamRecord }
  entries: { key: number; value: StoredEntry }
  epochs: { key: string; value: Epoch }
  receipts: { key: string; value: Receipt }
}

type Shelf = 'stream' | 'entries' | 'epochs' | 'receipts'
type Change = IDBPTransaction<Shelves, Shelf[], 'readwrite'>

/** What was found on opening. */
export interface Kept {
  stream: string
  last: number
  entries: StoredEntry[]
  epochs: Epoch[]
}

const SHELVES: Shelf[] = ['stream', 'entries', 'epochs', 'receipts']

export class EntryStore {
  readonly #database: IDBPDatabase<Shelves>
  readonly #writer = randomId()

  private constructor(database: IDBPDatabase<Shelves>) {
    this.#database = database
  }

  static async open(name: string): Promise<EntryStore> {
    const database = await openDB<Shelves>(name, 1, {
      upgrade(created) {
        created.createObjectStore('stream', { keyPath: 'id' })
        created.createObjectStore('entries', { keyPath: 'number' })
        created.createObjectStore('epochs', { keyPath: 'epoch' })
        created.createObjectStore('receipts', { keyPath: 'stream' })
      },
      // Somebody clears this browser's storage: what is not sent yet goes on from memory.
      blocking: () => database.close(),
    })
    return new EntryStore(database)
  }

  /** Makes this page the writer. A stream that was closed, or none, gives a new one. */
  async takeUp(): Promise<Kept> {
    const change = this.#change()
    const found = await change.objectStore('stream').get('current')
    const record: StreamRecord =
      found && !found.closed
        ? { ...found, writer: this.#writer }
        : { id: 'current', stream: randomId(), last: 0, writer: this.#writer, closed: false }
    await change.objectStore('stream').put(record)
    const entries = await change.objectStore('entries').getAll()
    const epochs = await change.objectStore('epochs').getAll()
    await change.done
    return { stream: record.stream, last: record.last, entries, epochs }
  }

  async add(entries: readonly StoredEntry[], epoch: Epoch): Promise<void> {
    await this.#write((change, record) => {
      const last = Math.max(record.last, ...entries.map(({ number }) => number))
      return [
        ...entries.map((entry) => change.objectStore('entries').put(plain(entry))),
        change.objectStore('epochs').put(epoch),
        change.objectStore('stream').put({ ...record, last }),
      ]
    })
  }

  async acknowledge(receipt: Receipt): Promise<void> {
    await this.#write((change) => [
      change.objectStore('entries').delete(IDBKeyRange.upperBound(receipt.through)),
      change.objectStore('receipts').put(receipt),
    ])
  }

  /** Goes on with a new stream that holds exactly these entries. */
  async restart(stream: string, entries: readonly StoredEntry[]): Promise<void> {
    await this.#write((change, record) => [
      change.objectStore('entries').clear(),
      ...entries.map((entry) => change.objectStore('entries').put(plain(entry))),
      change.objectStore('stream').put({ ...record, stream, last: entries.length }),
    ])
  }

  /** The stream is complete: the next page that opens this store begins another. */
  async close(): Promise<void> {
    await this.#write((change, record) => [
      change.objectStore('stream').put({ ...record, closed: true }),
      change.objectStore('epochs').clear(),
    ])
  }

  async receipts(): Promise<Receipt[]> {
    return this.#database.getAll('receipts')
  }

  release(): void {
    this.#database.close()
  }

  async #write(work: (change: Change, record: StreamRecord) => Promise<unknown>[]): Promise<void> {
    const change = this.#change()
    const record = await change.objectStore('stream').get('current')
    if (record?.writer !== this.#writer) {
      await change.done
      throw new WriterReplaced()
    }
    await Promise.all([...work(change, record), change.done])
  }

  #change(): Change {
    return this.#database.transaction(SHELVES, 'readwrite', { durability: 'strict' })
  }
}

/** The newest receipt of each stream that this browser keeps under a name. */
export async function keptReceipts(name: string): Promise<Receipt[]> {
  const store = await EntryStore.open(name)
  return store.receipts().finally(() => store.release())
}

function plain({ number, epoch, atUs, payload }: StoredEntry): StoredEntry {
  return { number, epoch, atUs, payload }
}
