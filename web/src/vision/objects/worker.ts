/** Owns the detector and every pixel: frames come in, sightings go out. */

import type { Sighting } from '../contracts'
import { signature } from '../crop'
import { Frames } from '../frames'
import { isBlack, jpegOf, PictureTaker, type TakenPicture } from '../pictures'

import type { ObjectDetector } from './detector'
import type { FromObjectsWorker, ToObjectsWorker } from './messages'
import { loadDetector } from './model'

interface WorkerPort {
  postMessage(message: FromObjectsWorker): void
  addEventListener(type: 'message', listener: (event: MessageEvent<ToObjectsWorker>) => void): void
}

// The page's library describes `globalThis` as a window; in here it is a worker.
const port = globalThis as unknown as WorkerPort

/** Larger pictures are halved first, which averages as well; what is small in them is lost to the detector anyway. */
const LONGEST_SIDE = 1920

let detector: ObjectDetector | undefined
let newest: { picture: TakenPicture; atMs: number } | undefined

const frames = new Frames(
  { name: 'Objects', load, look, forget },
  new PictureTaker(LONGEST_SIDE),
  (message) => port.postMessage(message),
)
port.addEventListener('message', ({ data }) => {
  if (data.type === 'still') void tellStill()
  else frames.hear(data)
})

async function load(folder: string): Promise<void> {
  const loaded = await loadDetector(folder)
  detector = loaded.detector
  port.postMessage({ type: 'loaded', name: loaded.name, version: loaded.version })
}

async function look(picture: TakenPicture, atMs: number): Promise<void> {
  if (!detector) return
  newest = { picture, atMs }
  const seen = await detector.detect(picture)
  const sightings = seen.map((sighting) => inCameraPixels(sighting, picture.scale))
  const about = { signature: signature(picture), isBlack: isBlack(picture) }
  port.postMessage({ type: 'looked', looked: { sightings, atMs, costMs: frames.now() - atMs, ...about } })
}

function forget(): void {
  newest = undefined
}

async function tellStill(): Promise<void> {
  if (!newest) return
  const { picture, atMs } = newest
  port.postMessage({ type: 'still', picture: await jpegOf(picture), atMs })
}

function inCameraPixels(sighting: Sighting, scale: number): Sighting {
  const { x, y, width, height } = sighting.box
  const box = { x: x * scale, y: y * scale, width: width * scale, height: height * scale }
  return { ...sighting, box }
}
