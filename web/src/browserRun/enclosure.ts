/** The frame around interpreters: a page of ours that has no origin and no network (docs/decisions/0019). */

import { Cell, type Watchable } from '@/lib/cell'

import { fetchKit } from './files'
import { Interpreter } from './interpreter'
import type { FromFrame, ToFrame } from './messages'

export class Enclosure {
  /** How much of what it needs has arrived, from 0 to 1. */
  readonly arrived: Watchable<number>
  readonly #arrived = new Cell(0)
  readonly #frame = document.createElement('iframe')
  readonly #interpreters = new Map<number, Interpreter>()
  #furnished: Promise<void> | undefined
  #opened = 0

  constructor() {
    this.arrived = this.#arrived
    this.#frame.hidden = true
    this.#frame.title = 'Python'
    this.#frame.setAttribute('sandbox', 'allow-scripts')
    this.#frame.src = '/enclosure.html'
    window.addEventListener('message', this.#hear)
  }

  /** A new one, still empty. Where the files cannot be had it is broken, and the next one tries again. */
  open(): Interpreter {
    const id = this.#opened++
    const { port1, port2 } = new MessageChannel()
    const interpreter = new Interpreter(port1, () => this.#close(id))
    this.#interpreters.set(id, interpreter)
    this.#furnished ??= this.#furnish()
    this.#furnished.then(
      () => this.#interpreters.has(id) && this.#say({ type: 'open', interpreter: id }, [port2]),
      (error: unknown) => {
        this.#furnished = undefined
        interpreter.fall(String(error))
      },
    )
    return interpreter
  }

  close(): void {
    window.removeEventListener('message', this.#hear)
    this.#frame.remove()
  }

  async #furnish(): Promise<void> {
    this.#arrived.set(0)
    const [kit] = await Promise.all([fetchKit((share) => this.#arrived.set(share)), this.#stand()])
    this.#arrived.set(1)
    this.#say({ type: 'load', kit }, [kit.binary, kit.library])
  }

  #stand(): Promise<void> {
    if (this.#frame.isConnected) return Promise.resolve()
    return new Promise((resolve) => {
      this.#frame.addEventListener('load', () => resolve(), { once: true })
      document.body.append(this.#frame)
    })
  }

  #close(interpreter: number): void {
    this.#interpreters.delete(interpreter)
    this.#say({ type: 'close', interpreter })
  }

  /** To any origin, for the frame has none. */
  #say(message: ToFrame, transfer: Transferable[] = []): void {
    this.#frame.contentWindow?.postMessage(message, '*', transfer)
  }

  readonly #hear = ({ data, source }: MessageEvent<FromFrame>) => {
    if (source === this.#frame.contentWindow) this.#interpreters.get(data.interpreter)?.fall(data.complaint)
  }
}
