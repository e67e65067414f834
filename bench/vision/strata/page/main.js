/** The product's worker on frames that the bench hands over one by one; it calls `window.bench`. */

import { measureStill } from '@/vision/neutral'
import { StatementMaker } from '@/vision/statements'

const worker = new Worker(new URL('../../../../web/src/vision/worker.ts', import.meta.url), { type: 'module' })

/** The worker's next message of this type. */
function answer(type) {
  return new Promise((resolve, reject) => {
    const listen = ({ data }) => {
      if (data.type !== type && data.type !== 'failed') return
      worker.removeEventListener('message', listen)
      if (data.type === type) resolve(data)
      else reject(new Error(data.reason))
    }
    worker.addEventListener('message', listen)
  })
}

window.bench = {
  async load() {
    const loaded = answer('loaded')
    const modelsUrl = new URL('/models/', location.href).href
    worker.postMessage({ type: 'load', modelsUrl, timeOrigin: performance.timeOrigin })
    await loaded
  },
  /** Every frame of a clip, one after the other. */
  async read([width, height], times) {
    worker.postMessage({ type: 'rest' })
    const readings = []
    for (const [number, atMs] of times.entries()) {
      const pixels = new Uint8ClampedArray(await (await fetch(`/frames/${number}`)).arrayBuffer())
      const bitmap = await createImageBitmap(new ImageData(pixels, width, height))
      const read = answer('reading')
      worker.postMessage({ type: 'bitmap', bitmap, atMs }, [bitmap])
      readings.push((await read).reading)
    }
    return readings
  },
  /** What is stated of these readings, each with when it was; the neutral comes from those of a person at rest. */
  async state(readings, still) {
    const neutral = await neutralOf(still)
    const maker = new StatementMaker()
    maker.setNeutral(neutral)
    const made = readings.flatMap((reading) => maker.observe(reading).map((one) => [reading.atMs, one]))
    const lastMs = readings.at(-1).atMs
    return { neutral: neutral !== undefined, made: [...made, ...maker.flush().map((one) => [lastMs, one])] }
  },
}

async function neutralOf(still) {
  if (still.length === 0) return undefined
  const lastsMs = still.at(-1).atMs - still[0].atMs
  const all = (listener) => {
    queueMicrotask(() => still.forEach(listener))
    return () => undefined
  }
  return measureStill(all, lastsMs, () => undefined).catch(() => undefined)
}
