/** Writes what the candidate's device observes into the evidence log, only while the interview runs. */

import type { EvidenceQueue } from '@/live/contracts'
import { note } from '@/live/note'
import type { CameraInUse, Neutral, Observer, Watcher } from '@/vision/contracts'

import { cameraOf, neutralOf, observationOf, watchOf } from './payloads'

export interface AttentionRecorder {
  /** Follows the room: statements are written from `live` on, and stop with it. */
  setLive(live: boolean): void
  stop(): void
}

export function recordAttention(
  observer: Observer,
  queue: EvidenceQueue,
  neutral: Neutral | undefined,
  others: readonly Watcher[] = [],
): AttentionRecorder {
  const watchers: readonly Watcher[] = [observer, ...others]
  let live = false
  let noted = ''
  const noteCamera = (camera: CameraInUse | undefined) => {
    const name = JSON.stringify(camera)
    if (!live || !camera || name === noted) return
    noted = name
    note(queue, cameraOf(camera))
  }
  observer.setNeutral(neutral)
  if (neutral) note(queue, neutralOf(neutral, observer))

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
