import { NotStill, type Neutral, type Reading } from './contracts'
import { median } from './geometry'

type Face = NonNullable<Reading['face']>

/** Advice is given only after this much of a second thought. */
const PATIENCE_MS = 800
const MIN_READINGS = 6
/** Without any reading, the measurement gives up this long after it should have ended. */
const NO_READINGS_MS = 3000
/** Degrees and eye widths that a person who holds still stays within, around the median. */
const STILL_HEAD_DEG = 5
const STILL_IRIS = 0.035
/** Share of the picture's longer side: a narrower face has irises of a handful of pixels. */
const MIN_FACE_SHARE = 0.12
const MIN_LIGHT = 45
/** The iris ratio of eyes that look straight ahead, and how far from it they look at something else. */
const AHEAD_IRIS = 0.5
const AHEAD_WITHIN = 0.13
/** Eyes this much less open than usual are blinking. */
const BLINK_SHARE = 0.75
/** Share of readings that may stray: a blink's beginning, one glance at the progress bar. */
const STRAY_SHARE = 0.2
/** Standard deviation over median absolute deviation of the normal: a stray reading does not count. */
const DEVIATION_PER_MEDIAN = 1.4826

/** Collects the readings of a person who holds still. */
class StillWatch {
  private readonly readings: Reading[] = []

  constructor(private readonly durationMs: number) {}

  /** 0..1 of the time that is needed. */
  get share(): number {
    const [first, last] = [this.readings[0], this.readings.at(-1)]
    return first && last ? Math.min((last.atMs - first.atMs) / this.durationMs, 1) : 0
  }

  /** Returns the advice that helps most when the person does not hold still. */
  take(reading: Reading): NotStill | undefined {
    this.readings.push(reading)
    const recent = this.readings.filter(({ atMs }) => atMs >= reading.atMs - PATIENCE_MS)
    const first = this.readings[0]
    if (!first || reading.atMs - first.atMs < PATIENCE_MS) return undefined
    const mostly = (is: (reading: Reading) => boolean) => recent.filter(is).length > recent.length / 2
    if (mostly(({ light }) => light < MIN_LIGHT)) return new NotStill('too_dark')
    if (mostly(({ face }) => !face)) return new NotStill('no_face')
    if (mostly(({ faces }) => faces > 1)) return new NotStill('several_faces')
    if (mostly(isTooFar)) return new NotStill('too_far')
    if (mostly(looksAside)) return new NotStill('looking_aside')
    return isMoving(openEyed(this.readings)) ? new NotStill('moving') : undefined
  }

  /** The median of what was read with open eyes; advice when that is too little. */
  neutral(): Neutral | NotStill {
    const faces = openEyed(this.readings)
    if (faces.length < MIN_READINGS) return new NotStill(faces.length ? 'moving' : 'no_face')
    const irisX = median(faces.map((face) => face.irisX))
    return {
      yaw: median(faces.map(({ yaw }) => yaw)),
      pitch: median(faces.map(({ pitch }) => pitch)),
      irisX,
      irisY: median(faces.map(({ irisY }) => irisY)),
      spread: median(faces.map((face) => Math.abs(face.irisX - irisX))) * DEVIATION_PER_MEDIAN,
      eyesOpen: median(faces.map(({ eyesOpen }) => eyesOpen)),
      readings: faces.length,
    }
  }
}

/** Raises `NotStill`, also when no readings come. */
export function measureStill(
  listen: (listener: (reading: Reading) => void) => () => void,
  durationMs: number,
  progress: (share: number) => void,
): Promise<Neutral> {
  const still = new StillWatch(durationMs)
  return new Promise((resolve, reject) => {
    const end = (result: Neutral | NotStill) => {
      clearTimeout(limit)
      stopListening()
      if (result instanceof NotStill) reject(result)
      else resolve(result)
    }
    const limit = setTimeout(() => end(new NotStill('no_face')), durationMs + NO_READINGS_MS)
    const stopListening = listen((reading) => {
      const advice = still.take(reading)
      progress(still.share)
      if (advice) end(advice)
      else if (still.share === 1) end(still.neutral())
    })
  })
}

function openEyed(readings: readonly Reading[]): Face[] {
  const faces = readings.flatMap(({ face }) => face ?? [])
  const usual = median(faces.map(({ eyesOpen }) => eyesOpen))
  return faces.filter(({ eyesOpen }) => eyesOpen >= usual * BLINK_SHARE)
}

function isTooFar({ face, width, height }: Reading): boolean {
  return face !== undefined && face.box.width < Math.max(width, height) * MIN_FACE_SHARE
}

function looksAside({ face }: Reading): boolean {
  return face !== undefined && Math.abs(face.irisX - AHEAD_IRIS) > AHEAD_WITHIN
}

function isMoving(faces: readonly Face[]): boolean {
  if (faces.length < MIN_READINGS) return false
  const strays = (of: (face: Face) => number, limit: number) => {
    const middle = median(faces.map(of))
    return faces.filter((face) => Math.abs(of(face) - middle) > limit).length > faces.length * STRAY_SHARE
  }
  return (
    strays(({ yaw }) => yaw, STILL_HEAD_DEG) ||
    strays(({ pitch }) => pitch, STILL_HEAD_DEG) ||
    strays(({ irisX }) => irisX, STILL_IRIS)
  )
}
