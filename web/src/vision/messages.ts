/** What page and worker say to each other. */

import type { Reading, WatchStatus } from './contracts'

export type ToWorker =
  | { type: 'load'; modelsUrl: string; timeOrigin: number }
  /** Every frame of a track, read and dropped in the worker. */
  | { type: 'frames'; frames: ReadableStream<VideoFrame> }
  /** Where tracks cannot be read directly: one picture, closed by the worker. */
  | { type: 'bitmap'; bitmap: ImageBitmap; atMs: number }
  /** The track is gone: forget its face. */
  | { type: 'rest' }

export type FromWorker =
  | { type: 'loaded'; version: string; rate: number }
  | { type: 'failed'; reason: Extract<WatchStatus, { state: 'unavailable' }>['reason'] }
  /** `signature` is equal for equal pictures. */
  | { type: 'reading'; reading: Reading; signature: number }
  | { type: 'rate'; rate: number }
