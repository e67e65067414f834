/** The newest word of a device on each thing that it observes, for as long as that word holds. */

import type { Part, Statement, Watcher } from '@/vision/contracts'

type Observed = Statement['observed']
export type Said = Partial<Record<Observed, string>>

/** Without a newer word for longer than this, a thing is not known any more. */
const HOLDS_MS: Record<Observed, number> = {
  presence: 2000,
  faces: 2000,
  gaze: 2000,
  head: 2000,
  eyes: 2000,
  blinks: 90_000,
  gaze_point: 2000,
  // Said of the middle one of six pictures, one every two seconds at the least.
  objects: 15_000,
  voice: 2000,
  noise: 30_000,
}

export class NewestWords {
  private readonly words = new Map<Observed, { statement: Statement; part: Part }>()
  private readonly stops: (() => void)[]

  constructor(watchers: readonly Watcher[]) {
    this.stops = watchers.flatMap((watcher) => [
      watcher.onStatement((statement) =>
        this.words.set(statement.observed, { statement, part: watcher.part }),
      ),
      watcher.onStatus(({ state }) => {
        if (state !== 'watching') this.forget(watcher.part)
      }),
    ])
  }

  /** What holds at this time of the page (`performance.now()`). */
  at(nowMs: number): Said {
    const held = [...this.words.values()].filter(
      ({ statement }) => nowMs - statement.atMs <= HOLDS_MS[statement.observed],
    )
    return Object.fromEntries(held.map(({ statement }) => [statement.observed, statement.value]))
  }

  stop(): void {
    for (const stop of this.stops) stop()
  }

  private forget(part: Part): void {
    for (const [observed, word] of this.words) if (word.part === part) this.words.delete(observed)
  }
}
