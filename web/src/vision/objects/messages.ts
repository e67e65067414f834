/** What the page hears; what it says is what it says to every eye (`../messages`). */

import type { Sighting } from '../contracts'
import type { FromAnyWorker } from '../messages'

export type FromObjectsWorker =
  { type: 'loaded'; name: string; version: string } | FromAnyWorker | { type: 'looked'; looked: Looked }

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
