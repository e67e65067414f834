/** Our pipeline and its peers on the same frames, one after the other; the bench calls `window.bench`. */

import { openFaceMesh } from './faceMesh.js'
import { openHuman } from './human.js'
import { openOurs } from './ours.js'
import { openWebGazer } from './webGazer.js'

const OPENERS = { ours: openOurs, faceMesh: openFaceMesh, human: openHuman, webGazer: openWebGazer }
const sides = {}
const longTasks = []
new PerformanceObserver((list) => {
  for (const { startTime, duration } of list.getEntries()) longTasks.push({ startTime, duration })
}).observe({ type: 'longtask' })

window.bench = {
  longTasks,
  async open(name) {
    const startedMs = performance.now()
    sides[name] = await OPENERS[name]()
    return performance.now() - startedMs
  },
  /** What each side makes of one frame, and from when to when it was at it. */
  async read(names, address, [width, height], atMs) {
    const canvas = await painted(address, width, height)
    const told = {}
    for (const name of names) {
      await idle()
      const startMs = performance.now()
      const said = await sides[name].read(canvas, atMs)
      told[name] = { ...said, startMs, endMs: performance.now() }
    }
    return told
  },
  rest(names) {
    for (const name of names) sides[name].rest?.()
  },
  /** WebGazer's own regression: a click on each calibrated point, then a guess at each of the others. */
  async gaze(addresses, size, looks) {
    const { webGazer } = sides
    webGazer.forget()
    const told = []
    for (const { frame, point } of looks) {
      const canvas = await painted(addresses[frame], ...size)
      if (point) await webGazer.click(canvas, point)
      else told.push(await webGazer.guess(canvas))
    }
    return told
  },
}

async function painted(address, width, height) {
  const pixels = new Uint8ClampedArray(await (await fetch(address)).arrayBuffer())
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const brush = canvas.getContext('2d', { willReadFrequently: true })
  brush.putImageData(new ImageData(pixels, width, height), 0, 0)
  return canvas
}

/** Until the page has nothing left to do, so that a long task belongs to the side that made it. */
function idle() {
  return new Promise((resolve) => requestIdleCallback(resolve, { timeout: 200 }))
}
