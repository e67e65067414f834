/** What the page hears; what it says is what it says to every eye (`../messages`). */

import type { Sighting, WatchStatus } from '../contracts'

export type FromObjectsWorker =
  | { type: 'loaded'; name: string; version: string }
  | { type: 'failed'; reason: Extract<WatchStatus, { state: 'unavailable' }>['reason'] }
  | { type: 'looked'; looked: Looked }
  /** Every second from a worker that lives: how long it has waited for a frame. */
  | { type: 'waiting'; forMs: number }

/** One picture. */
export interface Looked {
  /** In pixels of the camera picture. */
  sightings: readonly Sighting[]
  atMs: number
  costMs: number
  /** Equal for equal pictures. */
  signature: number
  isBlack: boolean
}
