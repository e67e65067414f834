/** Runs Python in this browser: for where no server can. What it says is no proof of anything, for whoever sits
 *  at a browser can make it say what they like. */

import type { Watchable } from '@/lib/cell'

import type { Case, RunEvent, RunRequest } from './contracts'
import { Enclosure } from './enclosure'
import type { Ended, Interpreter, Listener } from './interpreter'
import { type Judged, judged, summedUp } from './verdicts'

export class BrowserRunner {
  readonly #enclosure = new Enclosure()
  /** Each program has an interpreter of its own; the next one is made ready as soon as this one has ended. */
  #next: Interpreter | undefined
  #current: Interpreter | undefined

  /** How much of Python is here, from 0 to 1. */
  get arrived(): Watchable<number> {
    return this.#enclosure.arrived
  }

  /** One run at a time. Ends with `finished`, whatever happens. */
  async run(request: RunRequest, tell: (event: RunEvent) => void): Promise<void> {
    const done: Judged[] = []
    const listener: Listener = {
      started: () => done.length === 0 && tell({ type: 'started' }),
      printed: (stream, text, at_ms) =>
        request.cases.length === 1 && tell({ type: 'output', stream, text, at_ms }),
    }
    for (const one of request.cases) {
      const ended = await this.#runCase(request, one, listener)
      const rest = request.cases.slice(done.length + 1)
      done.push(judged(one, ended))
      // What cannot be read can be read in no case.
      if (ended.how === 'uncompiled') done.push(...rest.map((each) => judged(each, ended)))
      if (['uncompiled', 'stopped', 'broken'].includes(ended.how)) break
    }
    tell(summedUp(done))
  }

  stop(): void {
    this.#current?.stop()
  }

  close(): void {
    this.#enclosure.close()
  }

  async #runCase({ files, entry, limits }: RunRequest, { stdin }: Case, listener: Listener): Promise<Ended> {
    this.#current = this.#next ?? this.#enclosure.open()
    const ended = await this.#current.run({ files, entry, limits, stdin }, listener)
    this.#next = ended.how === 'broken' ? undefined : this.#enclosure.open()
    return ended
  }
}
