/** What the device sees. Frames stay in the worker; only small statements leave it. No React here. */

export type Direction = 'centre' | 'left' | 'right' | 'up' | 'down' | 'unknown'

/**
 * One frame. Iris ratios in eye widths: along the line of the corners (0 = image-left corner) and below it.
 * Degrees: yaw grows to image right, which is the person's left; pitch grows upwards; roll counter-clockwise.
 */
export interface Reading {
  /** Monotonic milliseconds (`performance.now()` of the page) at which the frame was taken. */
  atMs: number
  /** The followed face and what the last count found besides. */
  faces: number
  /** This frame was searched for further people. */
  counted: boolean
  /** With further people: how sure the model is of the least certain of them, 0..1. */
  othersScore?: number
  /** Without a face: the score of whatever came nearest to one, 0..1. */
  missed?: number
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
  /** The camera picture, pixels. */
  width: number
  height: number
  /** Mean luminance 0..255, for advice about light. */
  light: number
  /** Milliseconds that the frame cost. */
  costMs: number
}

/** The person's own centre: medians over a few steady seconds, in the units of `Reading`. */
export interface Neutral {
  yaw: number
  pitch: number
  irisX: number
  irisY: number
  /** Standard deviation of `irisX` while holding still. */
  spread: number
  /** Median eye aspect ratio; closed eyes are told from it where it is known. */
  eyesOpen?: number
  readings: number
}

/**
 * Smoothed, debounced: `value` held for the `durationMs` that end at `atMs`, both whole. Same words as the
 * server's `Observation`. Head yaw is positive towards the person's left, pitch upwards.
 */
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
  /**
   * Loads the models (once) and starts reading this track; a new track replaces the old one. Resolves when
   * reading has begun or cannot (`status` says which); a later call tries again.
   */
  watch(track: MediaStreamTrack): Promise<void>
  /** Collects readings while the person holds still; rejects with `NotStill` and its advice when they do not. */
  measureNeutral(durationMs: number, progress: (share: number) => void): Promise<Neutral>
  /** Gaze and head are stated against this; without it gaze is `unknown`. */
  setNeutral(neutral: Neutral | undefined): void
  /** States what is still unsaid and ends the worker. Nothing follows. */
  stop(): void
}

export class NotStill extends Error {
  constructor(readonly advice: 'no_face' | 'several_faces' | 'moving' | 'too_dark' | 'too_far') {
    super(advice)
  }
}
