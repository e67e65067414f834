/** Writes what the candidate's device observes into the evidence log, only while the interview runs. */

import type { EvidenceQueue } from '@/live/contracts'
import { note } from '@/live/note'
import type { Calibration } from '@/vision/calibration'
import type { CameraInUse, Neutral, Observer, Watcher } from '@/vision/contracts'
import type { LivenessCheck } from '@/vision/liveness'

import { calibratedOf, cameraOf, livenessOf, neutralOf, observationOf, watchOf } from './payloads'

export interface AttentionRecorder {
  /** Follows the room: statements are written from `live` on, and stop with it. */
  setLive(live: boolean): void
  stop(): void
}

/** What of a device is written down. */
export interface Recorded {
  observer: Observer
  /** The observer among them. */
  watchers: readonly Watcher[]
  neutral?: Neutral | undefined
  calibration?: Calibration | undefined
  liveness?: LivenessCheck | undefined
}

export function recordAttention(
  { observer, watchers, neutral, calibration, liveness }: Recorded,
  queue: EvidenceQueue,
): AttentionRecorder {
  let live = false
  let noted = ''
  const noteCamera = (camera: CameraInUse | undefined) => {
    const name = JSON.stringify(camera)
    if (!live || !camera || name === noted) return
    noted = name
    note(queue, cameraOf(camera))
  }
  if (neutral) note(queue, neutralOf(neutral, observer))
  if (calibration) note(queue, calibratedOf(calibration, observer))
  if (liveness) note(queue, livenessOf(liveness, observer))

  const stopCamera = observer.onCamera(noteCamera)
  const stops = watchers.flatMap((watcher) => [
    watcher.onStatement((statement) => {
      if (live) note(queue, observationOf(statement, watcher), Math.round(statement.atMs * 1000))
    }),
    watcher.onStatus((status) => {
      if (live) note(queue, watchOf(status, watcher.part))
    }),
  ])

  return {
    setLive(next) {
      if (next === live) return
      live = next
      if (!live) return
      noteCamera(observer.camera)
      for (const { status, part } of watchers) note(queue, watchOf(status, part))
    },
    stop() {
      live = false
      stopCamera()
      for (const stop of stops) stop()
    },
  }
}
