import type { Message, Stream } from './contracts'
import type { FromWorker, Task } from './messages'

/** How one program ended: by itself, or at a limit, or not at all. */
export interface Ended {
  how: 'exited' | 'uncompiled' | 'time' | 'memory' | 'output' | 'stopped' | 'broken'
  exit: number | null
  wall_ms: number
  memory_kb: number
  stdout: string
  stderr: string
  messages: Message[]
  /** Why it is broken. */
  complaint: string
}

export interface Listener {
  started: () => unknown
  printed: (stream: Stream, text: string, at_ms: number) => unknown
}

/** One interpreter in a worker of its own. It runs one program and is gone. */
export class Interpreter {
  readonly #stdout: string[] = []
  readonly #stderr: string[] = []
  readonly #ready: Promise<void>
  readonly #ended: Promise<Ended>
  #listener: Listener | undefined
  #limit: ReturnType<typeof setTimeout> | undefined
  #becomeReady: () => void = () => undefined
  #resolve: (ended: Ended) => void = () => undefined
  #startedMs = 0

  constructor(
    private readonly port: MessagePort,
    private readonly close: () => void,
  ) {
    this.#ready = new Promise((resolve) => (this.#becomeReady = resolve))
    this.#ended = new Promise((resolve) => (this.#resolve = resolve))
    port.onmessage = ({ data }: MessageEvent<FromWorker>) => this.#hear(data)
  }

  /** Waits until the interpreter is there; the limits count from when the program begins. */
  async run(task: Task, listener: Listener): Promise<Ended> {
    this.#listener = listener
    await Promise.race([this.#ready, this.#ended])
    this.#startedMs = performance.now()
    this.#limit = setTimeout(() => this.#end({ how: 'time' }), task.limits.wall_ms)
    this.port.postMessage(task)
    return this.#ended
  }

  stop(): void {
    this.#end({ how: 'stopped' })
  }

  /** It could not be made, or its worker died. */
  fall(complaint: string): void {
    this.#end({ how: 'broken', complaint })
  }

  #hear(message: FromWorker): void {
    if (message.type === 'ready') this.#becomeReady()
    if (message.type === 'started') this.#listener?.started()
    if (message.type === 'output') this.#print(message.stream, message.text, message.at_ms)
    if (message.type === 'overflowed') this.#end({ how: 'output' })
    if (message.type === 'uncompiled') this.#end({ how: 'uncompiled', messages: message.messages })
    if (message.type === 'broken') this.fall(message.complaint)
    if (message.type === 'ended') {
      const { exit, out_of_memory, wall_ms, memory_kb } = message
      this.#end({ how: out_of_memory ? 'memory' : 'exited', exit, wall_ms, memory_kb })
    }
  }

  #print(stream: Stream, text: string, at_ms: number): void {
    const kept = stream === 'stdout' ? this.#stdout : this.#stderr
    kept.push(text)
    this.#listener?.printed(stream, text, at_ms)
  }

  /** The first end counts. The worker goes in any case: what a program left in it is met by no other. */
  #end(end: Partial<Ended> & Pick<Ended, 'how'>): void {
    clearTimeout(this.#limit)
    this.port.onmessage = null
    this.close()
    this.#resolve({
      exit: null,
      wall_ms: this.#startedMs && Math.round(performance.now() - this.#startedMs),
      memory_kb: 0,
      stdout: this.#stdout.join(''),
      stderr: this.#stderr.join(''),
      messages: [],
      complaint: '',
      ...end,
    })
  }
}
