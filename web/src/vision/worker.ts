/** Owns the models and every pixel: frames come in, readings go out. */

import { FASTEST_FACES } from './budget'
import { makeCrop, signature } from './crop'
import { FULL_RANGE, SHORT_RANGE } from './detection'
import { MESH_SIZE } from './landmarks'
import type { FromWorker, ToWorker } from './messages'
import { loadModels, ModelMissing } from './models'
import { Pace } from './pace'
import { isBlack, PictureTaker, type TakenPicture } from './pictures'
import { FaceReader, type FaceModels, type Seen } from './reader'
import { wasmRuntime } from './runtime'

interface WorkerPort {
  postMessage(message: FromWorker): void
  addEventListener(type: 'message', listener: (event: MessageEvent<ToWorker>) => void): void
}

// The page's library describes `globalThis` as a window; in here it is a worker.
const port = globalThis as unknown as WorkerPort

/** So often the page is told that this worker lives. */
const BEAT_MS = 1000

const pictures = new PictureTaker()
const pace = new Pace(FASTEST_FACES)
let reader: FaceReader | undefined
let frames: ReadableStreamDefaultReader<VideoFrame> | undefined
/** From this worker's clock to the page's. */
let clockShiftMs = 0
let reading = false
/** When a frame came, or the last one was done with. */
let busyAtMs = 0

port.addEventListener('message', ({ data }) => {
  if (data.type === 'load') void load(data.modelsUrl, data.timeOrigin)
  if (data.type === 'frames') void readFrames(data.frames)
  if (data.type === 'bitmap') void readBitmap(data.bitmap, data.atMs)
  if (data.type === 'rest') void rest()
  if (data.type === 'rate') pace.rate = data.rate
})

async function load(folder: string, timeOrigin: number): Promise<void> {
  clockShiftMs = performance.timeOrigin - timeOrigin
  try {
    const { models, version } = await loadModels(folder, wasmRuntime)
    await warmUp(models)
    reader = new FaceReader(models)
    port.postMessage({ type: 'loaded', version })
    setInterval(() => port.postMessage({ type: 'waiting', forMs: now() - busyAtMs }), BEAT_MS)
  } catch (error) {
    fail(error)
  }
}

/** A model's first run takes many times as long as the next. */
async function warmUp({ mesh, shortRange, fullRange }: FaceModels): Promise<void> {
  await mesh.run(makeCrop(MESH_SIZE, 0).pixels)
  await shortRange.run(makeCrop(SHORT_RANGE.size, 0).pixels)
  await fullRange.run(makeCrop(FULL_RANGE.size, 0).pixels)
}

async function readFrames(stream: ReadableStream<VideoFrame>): Promise<void> {
  await rest()
  const mine = stream.getReader()
  frames = mine
  for (let next = await mine.read(); !next.done; next = await mine.read()) {
    const atMs = (busyAtMs = now())
    const picture = pace.due(atMs) ? await pictures.read(next.value) : undefined
    next.value.close()
    if (picture && frames === mine) await read(picture, atMs)
  }
}

async function readBitmap(bitmap: ImageBitmap, atMs: number): Promise<void> {
  busyAtMs = now()
  const picture = reading ? undefined : pictures.take(bitmap, bitmap.width, bitmap.height)
  bitmap.close()
  if (picture) await read(picture, atMs)
}

async function read(picture: TakenPicture, atMs: number): Promise<void> {
  if (!reader || reading) return
  reading = true
  try {
    const seen = await reader.read(picture, atMs)
    const costMs = now() - atMs
    port.postMessage({
      type: 'reading',
      reading: { ...inCameraPixels(seen, picture.scale), atMs, costMs },
      signature: signature(picture),
      isBlack: isBlack(picture),
    })
  } catch (error) {
    fail(error)
  } finally {
    reading = false
    busyAtMs = now()
  }
}

async function rest(): Promise<void> {
  const old = frames
  frames = undefined
  reader?.reset()
  await old?.cancel().catch(() => undefined)
}

function inCameraPixels(seen: Seen, scale: number): Seen {
  const size = { width: seen.width * scale, height: seen.height * scale }
  if (!seen.face) return { ...seen, ...size }
  const { x, y, width, height } = seen.face.box
  const face = {
    ...seen.face,
    box: { x: x * scale, y: y * scale, width: width * scale, height: height * scale },
    at: { x: seen.face.at.x * scale, y: seen.face.at.y * scale },
    irisWidth: seen.face.irisWidth * scale,
  }
  return { ...seen, ...size, face }
}

function fail(error: unknown): void {
  console.warn('Vision:', error)
  port.postMessage({
    type: 'failed',
    reason: error instanceof ModelMissing ? 'model_missing' : 'model_failed',
  })
}

function now(): number {
  return performance.now() + clockShiftMs
}
