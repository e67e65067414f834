import { Budget } from './budget'
import type { ObjectWatcher, Observer } from './contracts'
import { onLate } from './lateness'

const JUDGE_EVERY_MS = 500

/** Keeps what is observed within the device's means, until the returned function ends it. */
export function keepBudget(observer: Observer, objects?: ObjectWatcher): () => void {
  const budget = new Budget(performance.now())
  const tell = () => {
    observer.setRate(budget.rates.faces)
    objects?.setRate(budget.rates.objects)
  }
  const stops = [
    observer.onReading(({ costMs }) => budget.readFace(costMs)),
    objects?.onCost((costMs) => budget.lookedForObjects(costMs)),
    onLate((byMs) => budget.wasLate(byMs)),
  ]
  const timer = window.setInterval(() => {
    if (budget.judge(performance.now())) tell()
  }, JUDGE_EVERY_MS)
  tell()
  return () => {
    window.clearInterval(timer)
    for (const stop of stops) stop?.()
  }
}
