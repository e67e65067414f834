import { Listeners } from '@/lib/listeners'

import type { Statement, WatchStatus } from './contracts'

interface LoadModels {
  type: 'load'
  modelsUrl: string
  /** The page's, so that both sides tell one time. */
  timeOrigin: number
}

/** What every watcher is on the page: a worker of its own, a status, and what it states. */
export abstract class WorkerWatcher<ToWorker, FromWorker> {
  protected ready = false
  protected worker: Worker | undefined
  private readonly waiting: (() => void)[] = []
  private readonly statusListeners = new Listeners<WatchStatus>()
  private readonly statementListeners = new Listeners<Statement>()

  protected constructor(
    private current: WatchStatus,
    private readonly modelsUrl: string,
    private readonly createWorker: () => Worker,
  ) {}

  protected abstract hear(message: FromWorker): void

  /** The worker threw what it did not catch. */
  protected abstract died(): void

  get status(): WatchStatus {
    return this.current
  }

  onStatus(listener: (status: WatchStatus) => void): () => void {
    return this.statusListeners.add(listener)
  }

  onStatement(listener: (statement: Statement) => void): () => void {
    return this.statementListeners.add(listener)
  }

  /** Raises what a browser raises that cannot create one. */
  protected startWorker(): void {
    this.change({ state: 'loading' })
    this.worker = this.createWorker()
    this.worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => this.hear(data))
    this.worker.addEventListener('error', () => this.died())
    const { timeOrigin } = performance
    this.post({ type: 'load', modelsUrl: this.modelsUrl, timeOrigin } satisfies LoadModels)
  }

  protected endWorker(): void {
    this.worker?.terminate()
    this.worker = undefined
    this.ready = false
  }

  protected post(message: ToWorker | LoadModels, transfer: Transferable[] = []): void {
    this.worker?.postMessage(message, transfer)
  }

  protected say(statements: readonly Statement[]): void {
    for (const statement of statements) this.statementListeners.tell(statement)
  }

  protected change(status: WatchStatus): void {
    if (JSON.stringify(status) === JSON.stringify(this.current)) return
    this.current = status
    this.statusListeners.tell(status)
    this.release()
  }

  /** Until it is known whether this track can be watched. */
  protected settled(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve)
      if (this.current.state !== 'loading') this.release()
    })
  }

  /** Let those who wait go on, however it stands. */
  protected release(): void {
    for (const resolve of this.waiting.splice(0)) resolve()
  }
}
