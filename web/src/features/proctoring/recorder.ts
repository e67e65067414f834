/** Writes what the candidate's device observes into the evidence log, only while the interview runs. */

import type { EvidenceQueue } from '@/live/contracts'
import { note } from '@/live/note'
import type { Neutral, Observer, Watcher } from '@/vision/contracts'

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
  others: readonly Watcher[] = [],
): AttentionRecorder {
  const watchers: readonly Watcher[] = [observer, ...others]
  let live = false
  observer.setNeutral(neutral)
  if (neutral) note(queue, neutralOf(neutral, observer))

  const stops = watchers.flatMap((watcher) => [
    watcher.onStatement((statement) => {
      if (live) note(queue, observationOf(statement, watcher), Math.round(statement.atMs * 1000))
    }),
    watcher.onStatus((status) => {
      const payload = watchOf(status, watcher.part)
      if (live && payload) note(queue, payload)
    }),
  ])

  return {
    setLive(next) {
      if (next === live) return
      live = next
      if (!live) return
      for (const { status, part } of watchers) {
        note(queue, watchOf(status, part) ?? watch(part, 'paused', 'started'))
      }
    },
    stop() {
      live = false
      for (const stop of stops) stop()
    },
  }
}
