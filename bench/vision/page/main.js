/** The product's observer on this browser's camera; the bench calls `window.bench`. */

import { keepBudget } from '@/vision/keepBudget'
import { createObserver } from '@/vision/observer'

const observer = createObserver({ modelsUrl: '/models/' })
keepBudget(observer)
const said = { statuses: [], readings: [], statements: [], longTasks: [] }

observer.onStatus((status) => said.statuses.push({ ...status, atMs: performance.now() }))
observer.onReading((reading) => said.readings.push(reading))
observer.onStatement((statement) => said.statements.push(statement))
new PerformanceObserver((list) => {
  for (const { startTime, duration } of list.getEntries()) said.longTasks.push({ startTime, duration })
}).observe({ type: 'longtask' })

let track

window.bench = {
  said,
  async watch(width, height) {
    const video = { width: { ideal: width }, height: { ideal: height } }
    const stream = await navigator.mediaDevices.getUserMedia({ video })
    ;[track] = stream.getVideoTracks()
    const startedMs = performance.now()
    await observer.watch(track)
    return { loadMs: performance.now() - startedMs, settings: track.getSettings(), version: observer.modelVersion }
  },
  async neutral(durationMs) {
    const neutral = await observer.measureNeutral(durationMs, () => undefined).catch((problem) => problem.advice)
    if (typeof neutral === 'object') observer.setNeutral(neutral)
    return neutral
  },
  enable(on) {
    track.enabled = on
  },
  end() {
    track.stop()
  },
  stop() {
    observer.stop()
  },
}
