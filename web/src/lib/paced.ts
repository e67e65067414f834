import type { Watchable } from './cell'

/** The same value, told at most once in so many milliseconds; the newest is never left out. */
export function paced<Value>(source: Watchable<Value>, everyMs: number): Watchable<Value> {
  let value = source.get()
  return {
    get: () => value,
    watch(listener) {
      let timer: ReturnType<typeof setTimeout> | undefined
      const tell = () => {
        timer = undefined
        if (Object.is(value, source.get())) return
        value = source.get()
        listener()
        timer = setTimeout(tell, everyMs)
      }
      const stop = source.watch(() => {
        if (timer === undefined) tell()
      })
      tell()
      return () => {
        stop()
        clearTimeout(timer)
      }
    },
  }
}
