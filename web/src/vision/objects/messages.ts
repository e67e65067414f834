/** What the page and the worker say to each other, beside what every eye hears (`../messages`). */

import type { Sighting } from '../contracts'
import type { FromAnyWorker, ToWorker } from '../messages'

export type ToObjectsWorker =
  | ToWorker
  /** The picture that was looked at last is wanted. */
  | { type: 'still' }

export type FromObjectsWorker =
  | { type: 'loaded'; name: string; version: string }
  | FromAnyWorker
  | { type: 'looked'; looked: Looked }
  /** JPEG. */
  | { type: 'still'; picture: Blob; atMs: number }

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
