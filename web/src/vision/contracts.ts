/** What the device sees. Frames stay in the worker; only small statements leave it. No React here. */

import type { GazeModel } from './gazePoint'
import type { Box, Point } from './geometry'
import type { Work } from './looking'

export type Direction = 'centre' | 'left' | 'right' | 'up' | 'down' | 'unknown'

/** One eye. Ratios in eye widths from the image-left corner: along the line of the corners, and below it. */
export interface Eye {
  irisX: number
  irisY: number
  /** Height over width of the opening. */
  open: number
  /** Grey cells of the eye, row by row, mean 0 and standard deviation 1. */
  patch: readonly number[]
}

/** Red, green, blue, 0..255. */
export type Colour = readonly [number, number, number]

/** The light on a face, 0..255, and how well it can be seen. */
export interface FaceLight {
  mean: number
  /** Standard deviation within the face. */
  contrast: number
  /** Mean step between neighbours of the face at 192 pixels, over its contrast: low is blurred. */
  sharpness: number
  /** Mean of the rest of the picture. */
  around: number
  /** Mean red, green and blue of the face. */
  colour: Colour
}

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
    box: Box
    yaw: number
    pitch: number
    roll: number
    /** Means of both eyes. */
    irisX: number
    irisY: number
    /** Mean eye aspect ratio; under ~0.2 the eyes are closed. */
    eyesOpen: number
    /** Image left first. */
    eyes: readonly [Eye, Eye]
    /** Between the eyes, pixels of the camera picture. */
    at: Point
    /** Across an iris, mean of both, pixels of the camera picture: 11.7 mm of a person. */
    irisWidth: number
    /** Gap of the lips over the width of the mouth. */
    mouthOpen: number
    light: FaceLight
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

/** Runs on its own, with a rate and troubles of its own. */
export type Part = 'faces' | 'objects' | 'sound'

/**
 * Smoothed, debounced: `value` held for the `durationMs` that end at `atMs`, both whole. Same words as the
 * server's `Observation`. Head yaw is positive towards the person's left, pitch upwards.
 */
export interface Statement {
  observed:
    'presence' | 'faces' | 'gaze' | 'head' | 'eyes' | 'blinks' | 'gaze_point' | 'objects' | 'voice' | 'noise'
  value: string
  confidence: number
  atMs: number
  durationMs: number
}

export type WatchStatus =
  | { state: 'loading' }
  | { state: 'watching'; rate: number }
  | {
      state: 'paused'
      reason:
        | 'camera_off'
        | 'camera_lost'
        | 'camera_frozen'
        | 'camera_black'
        | 'tab_hidden'
        | 'microphone_off'
        | 'microphone_lost'
        | 'switched_off'
        | 'no_room'
    }
  | { state: 'unavailable'; reason: 'model_missing' | 'model_failed' | 'not_supported' }

/** What states something of a device, whichever part it is. */
export interface Watcher {
  readonly part: Part
  readonly detector: string
  readonly modelVersion: string
  readonly status: WatchStatus
  onStatus(listener: (status: WatchStatus) => void): () => void
  onStatement(listener: (statement: Statement) => void): () => void
  /** States what is still unsaid and ends the worker. Nothing follows. */
  stop(): void
}

/** The camera in use, as it describes itself. `label` is told of programs only. */
export interface CameraInUse {
  width: number
  height: number
  /** Pictures per second. */
  rate: number
  /** By its name: a program that makes pictures. */
  isVirtual: boolean
  label: string
}

/** The eye: faces, heads, looks. */
export interface Observer extends Watcher {
  readonly part: 'faces'
  readonly camera: CameraInUse | undefined
  onCamera(listener: (camera: CameraInUse) => void): () => void
  onReading(listener: (reading: Reading) => void): () => void
  /**
   * Loads the models (once) and starts reading this track; a new track replaces the old one. Resolves when
   * reading has begun or cannot (`status` says which); a later call tries again.
   */
  watch(track: MediaStreamTrack): Promise<void>
  /** Readings per second. */
  setRate(rate: number): void
  /** Collects readings while the person holds still; rejects with `NotStill` and its advice when they do not. */
  measureNeutral(durationMs: number, progress: (share: number) => void): Promise<Neutral>
  /** Gaze and head are stated against this; without it gaze is `unknown`. */
  setNeutral(neutral: Neutral | undefined): void
  /** With a calibration, points of the screen are stated while they are as certain as the policy wants. */
  setGaze(model: GazeModel | undefined, limitDeg: number): void
  /** Somebody clicked or typed here, in the pixels of `GazeModel`: they most likely looked there. */
  workedAt(place: Point, kind: Work, atMs: number): void
}

/** A thing that counts, in one frame. Box in pixels of the camera picture. */
export interface Sighting {
  label: string
  countsAs: 'phone' | 'book' | 'device' | 'headphones'
  score: number
  box: Box
}

/** The picture in which a thing was first agreed on, as JPEG. */
export interface Still {
  picture: Blob
  atMs: number
  /** As statements of `objects` say it. */
  shows: readonly string[]
}

/** Phones, books, devices: its own worker, at a low rate. */
export interface ObjectWatcher extends Watcher {
  readonly part: 'objects'
  watch(track: MediaStreamTrack): Promise<void>
  /** Where the face is: a phone at it may be a hand. */
  sawFace(box: Box | undefined): void
  /** Pictures per second; 0 rests, as there is no room for it. */
  setRate(rate: number): void
  /** The person switched it off; `watch` begins anew. */
  rest(): void
  /** What several frames agree on, for drawing; told with each frame. */
  onSightings(listener: (sightings: readonly Sighting[]) => void): () => void
  /** A still of each thing as it comes into sight; none is taken while nobody listens. */
  onStill(listener: (still: Still) => void): () => void
  /** Milliseconds that one picture took. */
  onCost(listener: (costMs: number) => void): () => void
}

/** Voices and noise: nothing is recorded, numbers only. */
export interface SoundWatcher extends Watcher {
  readonly part: 'sound'
  listen(track: MediaStreamTrack): Promise<void>
  /** The person switched it off; `listen` begins anew. */
  rest(): void
  /** The mouth in the newest picture, gap over width; undefined without a face. */
  sawMouth(open: number | undefined, atMs: number): void
  /**
   * How loud the call's other voices come out of this device, 0..1 as WebRTC's `audioLevel`: a voice at the
   * same time may be theirs and is not called another's.
   */
  heardOthers?(level: number, atMs: number): void
  /** Chance of a voice, 0..1, and level in dB below full scale, some times a second: for showing. */
  onLevel(listener: (voice: number, decibels: number) => void): () => void
}

export class NotStill extends Error {
  constructor(
    readonly advice: 'no_face' | 'several_faces' | 'moving' | 'too_dark' | 'too_far' | 'looking_aside',
  ) {
    super(advice)
  }
}
