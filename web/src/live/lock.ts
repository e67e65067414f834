/** One writing tab per author and room, held by a Web Lock. */

import { OtherTabWrites } from './contracts'

/** A page that was just left or reloaded lets go within this time; a tab that stays does not. */
const PATIENCE_MS = 1_000

export interface HeldLock {
  letGo(): void
  /** Resolves when another tab takes it over. */
  readonly taken: Promise<void>
}

/** Takes the lock, with `takeOver` even from the tab that holds it; otherwise throws `OtherTabWrites` if it stays held. */
export function holdLock(name: string, takeOver: boolean): Promise<HeldLock> {
  // Without HTTPS there are no locks; the store itself still lets only the newest page write.
  if (!('locks' in navigator)) return Promise.resolve({ letGo: () => undefined, taken: never() })
  return new Promise((resolve, reject) => {
    const options: LockOptions = takeOver ? { steal: true } : { signal: AbortSignal.timeout(PATIENCE_MS) }
    let tellTaken = () => reject(new OtherTabWrites())
    const hold = () =>
      new Promise<void>((release) => {
        resolve({ letGo: release, taken: new Promise((taken) => (tellTaken = taken)) })
      })
    navigator.locks.request(name, options, hold).catch(() => tellTaken())
  })
}

function never(): Promise<void> {
  return new Promise(() => undefined)
}
