/** The product's ear on this browser's microphone, beside its eye; the bench calls `window.bench`. */

import { createSoundWatcher } from '@/hearing/watcher'
import { createObserver } from '@/vision/observer'

const ear = createSoundWatcher({ modelsUrl: '/models/' })
const eye = createObserver({ modelsUrl: '/models/' })
const said = { statuses: [], statements: [], levels: [], costs: [] }

ear.onStatus((status) => said.statuses.push(status))
ear.onStatement((statement) => said.statements.push(statement))
ear.onLevel((voice, decibels) => said.levels.push({ voice, decibels }))
ear.onCost((costMs) => said.costs.push(costMs))
eye.onReading(({ face, atMs }) => ear.sawMouth(face?.mouthOpen, atMs))

let track

window.bench = {
  said,
  async listen() {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
    })
    ;[track] = stream.getAudioTracks()
    await ear.listen(track)
    return { status: ear.status, version: ear.modelVersion }
  },
  async watch() {
    const stream = await navigator.mediaDevices.getUserMedia({ video: true })
    await eye.watch(stream.getVideoTracks()[0])
  },
  enable(on) {
    track.enabled = on
  },
  end() {
    track.dispatchEvent(new Event('ended'))
  },
  isLive() {
    return track.readyState === 'live'
  },
  stop() {
    ear.stop()
  },
}
