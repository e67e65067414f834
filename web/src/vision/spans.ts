import type { Statement } from './contracts'
import { mean } from './geometry'

export interface Sample<T> {
  atMs: number
  value: T
  confidence: number
}

/** What makes a kind of statement. */
export interface Kind<T> {
  observed: Statement['observed']
  same(settled: T, value: T): boolean
  /** Whether samples that differ from `settled`, the first since `heldMs`, are a change or only noise so far. */
  changed(pending: readonly Sample<T>[], heldMs: number, settled: T): boolean
  /** One value for several samples. */
  gather(values: readonly T[]): T
  word(value: T): string
}

/** At least this often something is said of what goes on. */
const STATE_EVERY_MS = 500
/** Without a sample for longer than this, nothing was observed in between. */
export const GAP_MS = 1000

/**
 * Turns samples of one kind into spans that tile the observed time exactly, in whole milliseconds. A change is
 * dated back to half way between the last sample before it and the first one after.
 */
export class Spans<T> {
  private settled: T | undefined
  private held: Sample<T>[] = []
  private pending: Sample<T>[] = []
  private confidence = 0
  private startMs = 0
  private changeMs = 0
  private lastMs: number | undefined
  private statedMs = 0

  constructor(
    private readonly kind: Kind<T>,
    private readonly gapMs: number = GAP_MS,
  ) {}

  observe(sample: Sample<T>): Statement[] {
    const unsaid = this.lastMs !== undefined && sample.atMs - this.lastMs > this.gapMs ? this.flush() : []
    if (this.settled === undefined || this.lastMs === undefined) {
      this.begin(sample)
      return unsaid
    }
    const step = sample.atMs - this.lastMs
    const statements = this.accept(sample, this.lastMs, this.settled)
    this.lastMs = sample.atMs
    if (statements.length) return statements
    return sample.atMs + step - this.statedMs > STATE_EVERY_MS
      ? this.state(this.settledUntil(), sample.atMs)
      : []
  }

  /** Says what is unsaid and forgets: nothing is observed from here on. */
  flush(): Statement[] {
    const unsaid = this.lastMs === undefined ? [] : this.state(this.settledUntil(), this.lastMs)
    this.settled = this.lastMs = undefined
    this.held = this.pending = []
    return unsaid
  }

  private begin(sample: Sample<T>): void {
    this.settled = sample.value
    this.held = [sample]
    this.startMs = Math.round(sample.atMs)
    this.lastMs = this.statedMs = sample.atMs
  }

  private accept(sample: Sample<T>, lastMs: number, settled: T): Statement[] {
    if (this.kind.same(settled, sample.value)) {
      this.pending = []
      this.held.push(sample)
      this.settled = this.kind.gather(this.held.map(({ value }) => value))
      return []
    }
    if (!this.pending.length) this.changeMs = (lastMs + sample.atMs) / 2
    this.pending.push(sample)
    if (!this.kind.changed(this.pending, sample.atMs - this.changeMs, settled)) return []
    const before = this.state(this.changeMs, sample.atMs)
    this.held = this.pending
    this.pending = []
    this.settled = this.kind.gather(this.held.map(({ value }) => value))
    return [...before, ...this.state(sample.atMs, sample.atMs)]
  }

  private settledUntil(): number {
    return this.pending.length ? this.changeMs : (this.lastMs ?? 0)
  }

  private state(untilMs: number, nowMs: number): Statement[] {
    const atMs = Math.round(untilMs)
    const durationMs = atMs - this.startMs
    if (durationMs <= 0 || this.settled === undefined) return []
    if (this.held.length) this.confidence = mean(this.held.map(({ confidence }) => confidence))
    const value = this.kind.word(this.settled)
    this.held = []
    this.startMs = atMs
    this.statedMs = nowMs
    return [{ observed: this.kind.observed, value, confidence: this.confidence, atMs, durationMs }]
  }
}

/** The most frequent value; of equally frequent ones the latest. */
export function mostFrequent<T>(values: readonly T[]): T {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const most = Math.max(...counts.values())
  const latest = values.findLast((value) => counts.get(value) === most)
  if (latest === undefined) throw new Error('No values to choose from.')
  return latest
}
