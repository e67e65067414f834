/** Owns the detector and every pixel: frames come in, sightings go out. */

import type { Sighting } from '../contracts'
import { signature } from '../crop'
import type { ToWorker } from '../messages'
import { ModelMissing } from '../models'
import { Pace } from '../pace'
import { isBlack, PictureTaker, type TakenPicture } from '../pictures'

import type { ObjectDetector } from './detector'
import type { FromObjectsWorker } from './messages'
import { loadDetector } from './model'

interface WorkerPort {
  postMessage(message: FromObjectsWorker): void
  addEventListener(type: 'message', listener: (event: MessageEvent<ToWorker>) => void): void
}

// The page's library describes `globalThis` as a window; in here it is a worker.
const port = globalThis as unknown as WorkerPort

/** So often the page is told that this worker lives. */
const BEAT_MS = 1000
/** Larger pictures are halved first, which averages as well; what is small in them is lost to the detector anyway. */
const LONGEST_SIDE = 1920

const pictures = new PictureTaker(LONGEST_SIDE)
const pace = new Pace(1)
let detector: ObjectDetector | undefined
let frames: ReadableStreamDefaultReader<VideoFrame> | undefined
/** From this worker's clock to the page's. */
let clockShiftMs = 0
let looking = false
/** When a frame came, or the last one was done with. */
let busyAtMs = 0

port.addEventListener('message', ({ data }) => {
  if (data.type === 'load') void load(data.modelsUrl, data.timeOrigin)
  if (data.type === 'rate') pace.rate = data.rate
  if (data.type === 'frames') void lookAtFrames(data.frames)
  if (data.type === 'bitmap') void lookAtBitmap(data.bitmap, data.atMs)
  if (data.type === 'rest') void rest()
})

async function load(folder: string, timeOrigin: number): Promise<void> {
  clockShiftMs = performance.timeOrigin - timeOrigin
  try {
    const loaded = await loadDetector(folder)
    detector = loaded.detector
    port.postMessage({ type: 'loaded', name: loaded.name, version: loaded.version })
    setInterval(() => port.postMessage({ type: 'waiting', forMs: now() - busyAtMs }), BEAT_MS)
  } catch (error) {
    fail(error)
  }
}

/** Most frames are let go unseen, which costs next to nothing, in hidden tabs too. */
async function lookAtFrames(stream: ReadableStream<VideoFrame>): Promise<void> {
  await rest()
  const mine = stream.getReader()
  frames = mine
  for (let next = await mine.read(); !next.done; next = await mine.read()) {
    const atMs = (busyAtMs = now())
    const picture = pace.due(atMs) ? await pictures.read(next.value) : undefined
    next.value.close()
    if (picture && frames === mine) await look(picture, atMs)
  }
}

async function lookAtBitmap(bitmap: ImageBitmap, atMs: number): Promise<void> {
  busyAtMs = now()
  const picture = looking ? undefined : pictures.take(bitmap, bitmap.width, bitmap.height)
  bitmap.close()
  if (picture) await look(picture, atMs)
}

async function look(picture: TakenPicture, atMs: number): Promise<void> {
  if (!detector || looking) return
  looking = true
  try {
    const seen = await detector.detect(picture)
    const sightings = seen.map((sighting) => inCameraPixels(sighting, picture.scale))
    const about = { signature: signature(picture), isBlack: isBlack(picture) }
    port.postMessage({ type: 'looked', looked: { sightings, atMs, costMs: now() - atMs, ...about } })
  } catch (error) {
    fail(error)
  } finally {
    looking = false
    busyAtMs = now()
  }
}

async function rest(): Promise<void> {
  const old = frames
  frames = undefined
  await old?.cancel().catch(() => undefined)
}

function inCameraPixels(sighting: Sighting, scale: number): Sighting {
  const { x, y, width, height } = sighting.box
  const box = { x: x * scale, y: y * scale, width: width * scale, height: height * scale }
  return { ...sighting, box }
}

function fail(error: unknown): void {
  console.warn('Objects:', error)
  port.postMessage({
    type: 'failed',
    reason: error instanceof ModelMissing ? 'model_missing' : 'model_failed',
  })
}

function now(): number {
  return performance.now() + clockShiftMs
}
