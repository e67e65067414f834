import { Listeners } from '@/lib/listeners'

import { FASTEST_FACES } from './budget'
import { CameraWatch, describeCamera } from './camera'
import type { CameraInUse, Neutral, Observer, Reading, WatchStatus } from './contracts'
import { openFeed, type Feed } from './feeds'
import type { GazeModel } from './gazePoint'
import type { Point } from './geometry'
import { PointTeller, type Work } from './looking'
import type { FromWorker, ToWorker } from './messages'
import { measureStill } from './neutral'
import { StatementMaker } from './statements'
import { canObserve } from './support'
import { WorkerWatcher } from './workerWatcher'

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
/** A worker that waits says so every second; one that says nothing for this long is reading. */
const BUSY_MS = 1500
/** No device takes this long for one reading: such a worker is dead. */
const DEAD_MS = 10_000
/** Checks further apart than this: the whole device slept, and what it missed tells nothing. */
const SLEPT_MS = 5000

type Unavailable = Extract<WatchStatus, { state: 'unavailable' }>['reason']

class DeviceObserver extends WorkerWatcher<ToWorker, FromWorker> implements Observer {
  readonly part = 'faces'
  readonly detector = 'fairview-face'
  private version = ''
  private hasRestarted = false
  private rate = FASTEST_FACES
  private track: MediaStreamTrack | undefined
  private inUse: CameraInUse | undefined
  private pictures: CameraWatch | undefined
  private feed: Feed | undefined
  private checks: number | undefined
  private heardMs = 0
  private checkedMs = 0
  private points: PointTeller | undefined
  private readonly statements = new StatementMaker()
  private readonly readingListeners = new Listeners<Reading>()
  private readonly cameraListeners = new Listeners<CameraInUse>()

  constructor(modelsUrl: string, createWorker: () => Worker) {
    super({ state: 'paused', reason: 'camera_off' }, modelsUrl, createWorker)
  }

  get modelVersion(): string {
    return this.version
  }

  get camera(): CameraInUse | undefined {
    return this.inUse
  }

  onCamera(listener: (camera: CameraInUse) => void): () => void {
    return this.cameraListeners.add(listener)
  }

  onReading(listener: (reading: Reading) => void): () => void {
    return this.readingListeners.add(listener)
  }

  async watch(track: MediaStreamTrack): Promise<void> {
    this.leaveTrack()
    this.track = track
    this.pictures = new CameraWatch(track, performance.now())
    this.hasRestarted = false
    this.tellCamera(describeCamera(track))
    if (!canObserve()) this.giveUp('not_supported')
    else if (!this.worker) this.startWorker()
    else if (this.ready) this.openTrack()
    await this.settled()
  }

  setRate(rate: number): void {
    this.rate = rate
    this.post({ type: 'rate', rate })
    this.check()
  }

  measureNeutral(durationMs: number, progress: (share: number) => void): Promise<Neutral> {
    return measureStill((listener) => this.onReading(listener), durationMs, progress)
  }

  setNeutral(neutral: Neutral | undefined): void {
    this.statements.setNeutral(neutral)
  }

  setGaze(model: GazeModel | undefined, limitDeg: number): void {
    this.points = model && new PointTeller(model, limitDeg)
    this.statements.setPoints(this.points)
  }

  workedAt(place: Point, kind: Work, atMs: number): void {
    this.points?.workedAt(place, kind, atMs)
  }

  stop(): void {
    this.leaveTrack()
    this.endWorker()
    this.release()
  }

  protected hear(message: FromWorker): void {
    this.heardMs = performance.now()
    if (message.type === 'loaded') {
      this.ready = true
      this.version = message.version
      this.post({ type: 'rate', rate: this.rate })
      this.openTrack()
    }
    if (message.type === 'failed') this.fail(message.reason)
    if (message.type === 'waiting') this.pictures?.arrived(this.heardMs - message.forMs)
    if (message.type === 'reading') this.take(message.reading, message.signature, message.isBlack)
  }

  protected died(): void {
    this.fail('model_failed')
  }

  /** A worker that dies at work has one successor, with the same track. */
  private fail(reason: Unavailable): void {
    const canRestart = this.ready && reason === 'model_failed' && !this.hasRestarted
    this.closeTrack()
    this.endWorker()
    if (!canRestart) {
      this.giveUp(reason)
      return
    }
    this.hasRestarted = true
    this.startWorker()
  }

  private giveUp(reason: Unavailable): void {
    this.leaveTrack()
    this.change({ state: 'unavailable', reason })
  }

  private openTrack(): void {
    if (!this.track) return
    const nowMs = performance.now()
    this.heardMs = this.checkedMs = nowMs
    this.pictures?.arrived(nowMs)
    this.feed = openFeed(
      this.track,
      (message, transfer) => this.post(message, transfer),
      () => this.rate,
    )
    this.checks = window.setInterval(() => this.check(), CHECK_EVERY_MS)
    this.check()
  }

  private leaveTrack(): void {
    this.closeTrack()
    this.pictures?.close()
    this.pictures = this.track = undefined
  }

  private closeTrack(): void {
    window.clearInterval(this.checks)
    this.feed?.close()
    this.feed = undefined
    this.say(this.statements.flush())
  }

  private take(reading: Reading, signature: number, isBlack: boolean): void {
    if (!this.pictures) return
    this.pictures.saw(signature, reading.atMs, isBlack)
    if (this.pictures.pausedBy(reading.atMs, document.hidden)) return
    this.change({ state: 'watching', rate: this.rate })
    this.readingListeners.tell(reading)
    this.say(this.statements.observe(reading))
  }

  private check(): void {
    if (!this.feed) return
    const nowMs = performance.now()
    const hasSlept = nowMs - this.checkedMs > SLEPT_MS
    this.checkedMs = nowMs
    const silentMs = nowMs - this.heardMs
    if (hasSlept) this.heardMs = nowMs
    else if (silentMs > DEAD_MS) this.fail('model_failed')
    if (silentMs > BUSY_MS) this.pictures?.arrived(nowMs)
    this.tellPause(nowMs)
  }

  private tellPause(nowMs: number): void {
    const reason = this.feed && this.pictures?.pausedBy(nowMs, document.hidden)
    if (reason) {
      this.say(this.statements.flush())
      this.change({ state: 'paused', reason })
    } else if (this.status.state === 'watching') {
      this.change({ state: 'watching', rate: this.rate })
    }
  }

  private tellCamera(camera: CameraInUse): void {
    this.inUse = camera
    this.cameraListeners.tell(camera)
  }
}
