/** The product's two eyes on one track of this browser's camera; the bench calls `window.bench`. */

import { createObjectWatcher } from '@/vision/objects/watcher'
import { createObserver } from '@/vision/observer'

const observer = createObserver({ modelsUrl: '/models/' })
const watcher = createObjectWatcher({ modelsUrl: '/models/' })
const said = { statuses: [], statements: [], sightings: [], costs: [], readings: [] }

watcher.onStatus((status) => said.statuses.push({ ...status, atMs: performance.now() }))
watcher.onStatement((statement) => said.statements.push(statement))
watcher.onSightings((sightings) => said.sightings.push({ sightings, atMs: performance.now() }))
watcher.onCost((costMs) => said.costs.push({ costMs, atMs: performance.now() }))
observer.onReading((reading) => {
  said.readings.push(reading)
  watcher.sawFace(reading.face?.box)
})

let track

window.bench = {
  said,
  async watch(width, height) {
    const video = { width: { ideal: width }, height: { ideal: height } }
    const stream = await navigator.mediaDevices.getUserMedia({ video })
    ;[track] = stream.getVideoTracks()
    const startedMs = performance.now()
    await watcher.watch(track)
    return {
      loadMs: performance.now() - startedMs,
      detector: watcher.detector,
      version: watcher.modelVersion,
    }
  },
  /** The faces beside it. */
  observe() {
    return observer.watch(track)
  },
  setRate(rate) {
    watcher.setRate(rate)
  },
  enable(on) {
    track.enabled = on
  },
}
