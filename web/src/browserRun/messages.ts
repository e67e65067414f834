/** What passes between the page, the frame and the worker that holds one interpreter. */

import type { Limits, Message, RunRequest, Stream } from './contracts'

/** To the frame. `load` comes once and first. */
export type ToFrame =
  | { type: 'load'; kit: Kit<string, ArrayBuffer> }
  /** With a port, by which the page and the worker talk from then on. */
  | { type: 'open'; interpreter: number }
  | { type: 'close'; interpreter: number }

/** From the frame, which has no origin: an interpreter could not be made, or fell. */
export interface FromFrame {
  interpreter: number
  complaint: string
}

/** What an interpreter is made of: texts and bytes to the frame, addresses and a compiled module in it. */
export interface Kit<Script, Binary> {
  worker: Script
  /** Pyodide's two scripts. */
  loader: Script
  engine: Script
  binary: Binary
  /** Python's own, zipped. */
  library: ArrayBuffer
  /** In Python. */
  driver: string
}

export interface Task extends Pick<RunRequest, 'files' | 'entry'> {
  stdin: string
  limits: Limits
}

export type FromWorker =
  | { type: 'ready' }
  | { type: 'broken'; complaint: string }
  | { type: 'started' }
  | { type: 'output'; stream: Stream; text: string; at_ms: number }
  /** It prints more than it may. */
  | { type: 'overflowed' }
  | { type: 'uncompiled'; messages: Message[] }
  | { type: 'ended'; exit: number; out_of_memory: boolean; wall_ms: number; memory_kb: number }
