/** Web Locks for tests: exclusive, by name, in one process; `steal` and `signal` as the standard has them. */

interface Holder {
  end(): void
  steal(): void
}

export class FakeLocks {
  readonly #held = new Map<string, Holder>()
  readonly #waiting = new Map<string, (() => void)[]>()

  request(name: string, options: LockOptions, work: () => Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      const grant = () => {
        const holder: Holder = {
          end: () => {
            if (this.#held.get(name) === holder) this.#letGo(name)
          },
          steal: () => reject(new DOMException('stolen', 'AbortError')),
        }
        this.#held.set(name, holder)
        void work().then(() => {
          holder.end()
          resolve()
        })
      }
      const current = this.#held.get(name)
      if (!current) {
        grant()
        return
      }
      if (options.steal) {
        grant()
        current.steal()
        return
      }
      const queue = this.#waiting.get(name) ?? []
      this.#waiting.set(name, [...queue, grant])
      options.signal?.addEventListener('abort', () => {
        this.#waiting.set(
          name,
          (this.#waiting.get(name) ?? []).filter((one) => one !== grant),
        )
        reject(new DOMException('waited too long', 'TimeoutError'))
      })
    })
  }

  #letGo(name: string): void {
    this.#held.delete(name)
    const [next, ...rest] = this.#waiting.get(name) ?? []
    this.#waiting.set(name, rest)
    next?.()
  }
}
