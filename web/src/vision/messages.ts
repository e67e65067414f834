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
  /** Readings per second, from now on. */
  | { type: 'rate'; rate: number }

/** Of every worker that looks. */
export type FromAnyWorker =
  | { type: 'failed'; reason: Extract<WatchStatus, { state: 'unavailable' }>['reason'] }
  /** Every second from a worker that lives: how long it has waited for a frame. */
  | { type: 'waiting'; forMs: number }

export type FromWorker =
  | { type: 'loaded'; version: string }
  | FromAnyWorker
  /** `signature` is equal for equal pictures. */
  | { type: 'reading'; reading: Reading; signature: number; isBlack: boolean }
