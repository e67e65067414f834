/**
 * Entries that a closing page has no time to write to IndexedDB. Local storage is written at once, so their numbers
 * are not given to other entries by the next page load.
 */

import type { StoredEntry } from './backlog'
import type { EntryStore, Epoch, Kept } from './store'

export interface Scraps {
  stream: string
  epoch: Epoch
  entries: readonly StoredEntry[]
}

export function keepScraps(name: string, scraps: Scraps): void {
  try {
    localStorage.setItem(name, JSON.stringify(scraps))
  } catch {
    // A full or forbidden storage: the last words by HTTP are all that is left.
  }
}

/** Takes the store up, and puts into it what the page before could not. */
export async function takeUpWithScraps(name: string, store: EntryStore): Promise<Kept> {
  const kept = await store.takeUp()
  const scraps = readScraps(name)
  const entries = scraps?.entries.filter(({ number }) => number > kept.last) ?? []
  if (scraps?.stream === kept.stream && entries.length > 0) {
    await store.add(entries, scraps.epoch)
    kept.entries.push(...entries)
    kept.epochs.push(scraps.epoch)
    kept.last += entries.length
  }
  forgetScraps(name)
  return kept
}

function readScraps(name: string): Scraps | undefined {
  try {
    const text = localStorage.getItem(name)
    return text === null ? undefined : (JSON.parse(text) as Scraps)
  } catch {
    return undefined
  }
}

function forgetScraps(name: string): void {
  try {
    localStorage.removeItem(name)
  } catch {
    // What cannot be read cannot be in the way.
  }
}
