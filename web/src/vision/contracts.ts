/** What the device sees. Frames stay in the worker; only small statements leave it. No React here. */

export type Direction = 'centre' | 'left' | 'right' | 'up' | 'down' | 'unknown'

/** One frame. Degrees; iris ratios in eye widths (0 = image-left corner). Left and right are the person's own. */
export interface Reading {
  /** Monotonic milliseconds (`performance.now()` of the page) at which the frame was taken. */
  atMs: number
  faces: number
  /** Absent without a face. */
  face?: {
    score: number
    /** Pixels of the camera picture. */
    box: { x: number; y: number; width: number; height: number }
    yaw: number
    pitch: number
    roll: number
    irisX: number
    irisY: number
    /** Mean eye aspect ratio; under ~0.2 the eyes are closed. */
    eyesOpen: number
  }
  /** Mean luminance 0..255, for advice about light. */
  light: number
  /** Milliseconds that the frame cost. */
  costMs: number
}

export interface Neutral {
  yaw: number
  pitch: number
  irisX: number
  irisY: number
  spread: number
  readings: number
}

/** Smoothed, debounced: `value` held for the `durationMs` that end at `atMs`. Same words as the server's `Observation`. */
export interface Statement {
  observed: 'presence' | 'faces' | 'gaze' | 'head'
  value: string
  confidence: number
  atMs: number
  durationMs: number
}

export type WatchStatus =
  | { state: 'loading' }
  | { state: 'watching'; rate: number }
  | { state: 'paused'; reason: 'camera_off' | 'camera_lost' | 'camera_frozen' | 'tab_hidden' }
  | { state: 'unavailable'; reason: 'model_missing' | 'model_failed' }

export interface Observer {
  readonly detector: string
  readonly modelVersion: string
  readonly status: WatchStatus
  onStatus(listener: (status: WatchStatus) => void): () => void
  onReading(listener: (reading: Reading) => void): () => void
  onStatement(listener: (statement: Statement) => void): () => void
  /** Loads the models (once) and starts reading this track; a new track replaces the old one. */
  watch(track: MediaStreamTrack): Promise<void>
  /** Collects readings while the person holds still; rejects with `NotStill` and its advice when they do not. */
  measureNeutral(durationMs: number, progress: (share: number) => void): Promise<Neutral>
  /** Gaze and head are stated against this; without it gaze is `unknown`. */
  setNeutral(neutral: Neutral | undefined): void
  stop(): void
}

export class NotStill extends Error {
  constructor(readonly advice: 'no_face' | 'several_faces' | 'moving' | 'too_dark' | 'too_far') {
    super(advice)
  }
}
