/** Owns the models and every pixel: frames come in, readings go out. */

import { makeCrop, signature } from './crop'
import { FULL_RANGE, SHORT_RANGE } from './detection'
import { Frames } from './frames'
import { MESH_SIZE } from './landmarks'
import type { FromWorker, ToWorker } from './messages'
import { loadModels } from './models'
import { isBlack, PictureTaker, type TakenPicture } from './pictures'
import { FaceReader, type FaceModels, type Seen } from './reader'
import { wasmRuntime } from './runtime'

interface WorkerPort {
  postMessage(message: FromWorker): void
  addEventListener(type: 'message', listener: (event: MessageEvent<ToWorker>) => void): void
}

// The page's library describes `globalThis` as a window; in here it is a worker.
const port = globalThis as unknown as WorkerPort

let reader: FaceReader | undefined

const frames = new Frames(
  { name: 'Vision', load, look, forget: () => reader?.reset() },
  new PictureTaker(),
  (message) => port.postMessage(message),
)
port.addEventListener('message', ({ data }) => frames.hear(data))

async function load(folder: string): Promise<void> {
  const { models, version } = await loadModels(folder, wasmRuntime)
  await warmUp(models)
  reader = new FaceReader(models)
  port.postMessage({ type: 'loaded', version })
}

/** A model's first run takes many times as long as the next. */
async function warmUp({ mesh, shortRange, fullRange }: FaceModels): Promise<void> {
  await mesh.run(makeCrop(MESH_SIZE, 0).pixels)
  await shortRange.run(makeCrop(SHORT_RANGE.size, 0).pixels)
  await fullRange.run(makeCrop(FULL_RANGE.size, 0).pixels)
}

async function look(picture: TakenPicture, atMs: number): Promise<void> {
  if (!reader) return
  const seen = await reader.read(picture, atMs)
  const costMs = frames.now() - atMs
  port.postMessage({
    type: 'reading',
    reading: { ...inCameraPixels(seen, picture.scale), atMs, costMs },
    signature: signature(picture),
    isBlack: isBlack(picture),
  })
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
