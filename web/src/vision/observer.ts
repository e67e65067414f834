import { Listeners } from '@/lib/listeners'

import { CameraWatch } from './camera'
import type { Neutral, Observer, Reading, Statement, WatchStatus } from './contracts'
import { openFeed, type Feed } from './feeds'
import type { FromWorker, ToWorker } from './messages'
import { measureStill } from './neutral'
import { StatementMaker } from './statements'

export interface ObserverOptions {
  /** Folder of the models, ending in a slash. */
  modelsUrl: string
  createWorker?: () => Worker
}

export function createObserver({ modelsUrl, createWorker = newVisionWorker }: ObserverOptions): Observer {
  return new DeviceObserver(new URL(modelsUrl, document.baseURI).href, createWorker)
}

function newVisionWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'vision' })
}

const CHECK_EVERY_MS = 250

class DeviceObserver implements Observer {
  readonly part = 'faces'
  readonly detector = 'fairview-face'
  private version = ''
  private current: WatchStatus = { state: 'paused', reason: 'camera_off' }
  private worker: Worker | undefined
  private ready = false
  private rate = 0
  private track: MediaStreamTrack | undefined
  private camera: CameraWatch | undefined
  private feed: Feed | undefined
  private checks: number | undefined
  private readonly waiting: (() => void)[] = []
  private readonly statements = new StatementMaker()
  private readonly statusListeners = new Listeners<WatchStatus>()
  private readonly readingListeners = new Listeners<Reading>()
  private readonly statementListeners = new Listeners<Statement>()

  constructor(
    private readonly modelsUrl: string,
    private readonly createWorker: () => Worker,
  ) {}

  get modelVersion(): string {
    return this.version
  }

  get status(): WatchStatus {
    return this.current
  }

  onStatus(listener: (status: WatchStatus) => void): () => void {
    return this.statusListeners.add(listener)
  }

  onReading(listener: (reading: Reading) => void): () => void {
    return this.readingListeners.add(listener)
  }

  onStatement(listener: (statement: Statement) => void): () => void {
    return this.statementListeners.add(listener)
  }

  async watch(track: MediaStreamTrack): Promise<void> {
    this.leaveTrack()
    this.track = track
    if (!this.worker) this.startWorker()
    else if (this.ready) this.openTrack()
    await this.settled()
  }

  measureNeutral(durationMs: number, progress: (share: number) => void): Promise<Neutral> {
    return measureStill((listener) => this.onReading(listener), durationMs, progress)
  }

  setNeutral(neutral: Neutral | undefined): void {
    this.statements.setNeutral(neutral)
  }

  stop(): void {
    this.leaveTrack()
    this.endWorker()
    this.release()
  }

  private startWorker(): void {
    this.change({ state: 'loading' })
    this.worker = this.createWorker()
    this.worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => this.hear(data))
    this.worker.addEventListener('error', () => this.hear({ type: 'failed', reason: 'model_failed' }))
    this.post({ type: 'load', modelsUrl: this.modelsUrl, timeOrigin: performance.timeOrigin })
  }

  private endWorker(): void {
    this.worker?.terminate()
    this.worker = undefined
    this.ready = false
  }

  private hear(message: FromWorker): void {
    if (message.type === 'loaded') {
      this.ready = true
      this.version = message.version
      this.rate = message.rate
      this.openTrack()
    }
    if (message.type === 'failed') {
      this.leaveTrack()
      this.endWorker()
      this.change({ state: 'unavailable', reason: message.reason })
    }
    if (message.type === 'rate') {
      this.rate = message.rate
      this.check()
    }
    if (message.type === 'reading') this.take(message.reading, message.signature)
  }

  private openTrack(): void {
    if (!this.track) return
    this.camera = new CameraWatch(this.track, performance.now())
    this.feed = openFeed(
      this.track,
      (message, transfer) => this.post(message, transfer),
      () => this.rate,
    )
    this.checks = window.setInterval(() => this.check(), CHECK_EVERY_MS)
  }

  private leaveTrack(): void {
    window.clearInterval(this.checks)
    this.feed?.close()
    this.camera?.close()
    this.feed = this.camera = this.track = undefined
    this.say(this.statements.flush())
  }

  private take(reading: Reading, signature: number): void {
    if (!this.camera) return
    this.camera.saw(signature, reading.atMs)
    if (this.camera.pausedBy(reading.atMs, document.hidden)) return
    this.change({ state: 'watching', rate: this.rate })
    this.readingListeners.tell(reading)
    this.say(this.statements.observe(reading))
  }

  private check(): void {
    const reason = this.camera?.pausedBy(performance.now(), document.hidden)
    if (reason) {
      this.say(this.statements.flush())
      this.change({ state: 'paused', reason })
    } else if (this.current.state === 'watching') {
      this.change({ state: 'watching', rate: this.rate })
    }
  }

  private say(statements: readonly Statement[]): void {
    for (const statement of statements) this.statementListeners.tell(statement)
  }

  private change(status: WatchStatus): void {
    if (JSON.stringify(status) === JSON.stringify(this.current)) return
    this.current = status
    this.statusListeners.tell(status)
    this.release()
  }

  /** Until it is known whether this track can be watched. */
  private settled(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve)
      if (this.current.state !== 'loading') this.release()
    })
  }

  private release(): void {
    for (const resolve of this.waiting.splice(0)) resolve()
  }

  private post(message: ToWorker, transfer: Transferable[] = []): void {
    this.worker?.postMessage(message, transfer)
  }
}
