/** What page, worklet and worker say to each other. Samples go from the worklet to the worker directly. */

import type { WatchStatus } from '@/vision/contracts'

import type { Heard } from './statements'

/** From the worklet: samples in a row, −1..1, and how many came before them. */
export interface Samples {
  samples: Float32Array
  before: number
}

export type ToWorker =
  | { type: 'load'; modelsUrl: string; timeOrigin: number }
  /** Where a track's samples arrive from now on, so many a second. */
  | { type: 'hear'; samples: MessagePort; rate: number }
  /** The track is gone: forget its voice. */
  | { type: 'rest' }

export type FromWorker =
  | { type: 'loaded'; version: string }
  | { type: 'failed'; reason: Extract<WatchStatus, { state: 'unavailable' }>['reason'] }
  /** One chunk, and the milliseconds that it cost. */
  | { type: 'heard'; heard: Heard; costMs: number }
