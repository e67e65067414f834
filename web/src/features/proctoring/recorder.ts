/** Writes what the candidate's device observes into the evidence log, only while the interview runs. */

import type { EvidenceQueue } from '@/live/contracts'
import { note } from '@/live/note'
import type { Neutral, Observer } from '@/vision/contracts'

import { neutralOf, observationOf, watch, watchOf } from './payloads'

export interface AttentionRecorder {
  /** Follows the room: statements are written from `live` on, and stop with it. */
  setLive(live: boolean): void
  stop(): void
}

export function recordAttention(
  observer: Observer,
  queue: EvidenceQueue,
  neutral: Neutral | undefined,
): AttentionRecorder {
  let live = false
  observer.setNeutral(neutral)
  if (neutral) note(queue, neutralOf(neutral, observer))

  const stopStatements = observer.onStatement((statement) => {
    if (live) note(queue, observationOf(statement, observer), Math.round(statement.atMs * 1000))
  })
  const stopStatus = observer.onStatus((status) => {
    const payload = watchOf(status)
    if (live && payload) note(queue, payload)
  })

  return {
    setLive(next) {
      if (next === live) return
      live = next
      if (live) note(queue, watchOf(observer.status) ?? watch('paused', 'started'))
    },
    stop() {
      live = false
      stopStatements()
      stopStatus()
    },
  }
}
