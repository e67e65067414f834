/** Human, faces only, by WebAssembly on the page's thread: these machines have no GPU. */

import { said } from './mesh.js'

const CODE = '/peers/@vladmandic/human/dist/human.esm.js'
const MODELS = '/peers/@vladmandic/human/models/'
const RUNTIME = '/peers/@tensorflow/tfjs-backend-wasm/dist/'
const OFF = { enabled: false }
const MOST_FACES = 4

export async function openHuman() {
  const { Human } = await import(/* @vite-ignore */ CODE)
  const human = new Human({
    backend: 'wasm',
    wasmPath: new URL(RUNTIME, location.href).href,
    modelBasePath: new URL(MODELS, location.href).href,
    cacheSensitivity: 0,
    filter: OFF,
    face: {
      enabled: true,
      detector: { maxDetected: MOST_FACES, rotation: false },
      mesh: { enabled: true },
      iris: { enabled: true },
      attention: OFF,
      description: OFF,
      emotion: OFF,
      antispoof: OFF,
      liveness: OFF,
    },
    body: OFF,
    hand: OFF,
    object: OFF,
    gesture: OFF,
  })
  await human.load()
  await human.warmup()
  return {
    async read(canvas) {
      const { face } = await human.detect(canvas)
      return said(face.map(({ mesh }) => mesh).filter((mesh) => mesh.length > 468))
    },
  }
}
