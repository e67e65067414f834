/** A value that pages can watch. */

export interface Watchable<Value> {
  get: () => Value
  watch: (listener: () => void) => () => void
}

export class Cell<Value> implements Watchable<Value> {
  readonly #listeners = new Set<() => void>()
  #value: Value

  constructor(value: Value) {
    this.#value = value
  }

  get = (): Value => this.#value

  watch = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  set(value: Value): void {
    if (Object.is(value, this.#value)) return
    this.#value = value
    for (const listener of this.#listeners) listener()
  }
}
