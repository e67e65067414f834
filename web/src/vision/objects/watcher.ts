import { Listeners } from '@/lib/listeners'

import { CameraWatch } from '../camera'
import type { ObjectWatcher, Sighting, Still, WatchStatus } from '../contracts'
import { openFeed, type Feed } from '../feeds'
import type { Box } from '../geometry'
import { canObserve } from '../support'
import { WorkerWatcher } from '../workerWatcher'

import type { FromObjectsWorker, Looked, ToObjectsWorker } from './messages'
import { Pulse } from './pulse'
import { ObjectStatements } from './statements'

export interface ObjectWatcherOptions {
  /** Folder of the models, ending in a slash. */
  modelsUrl: string
  createWorker?: () => Worker
}

export function createObjectWatcher({
  modelsUrl,
  createWorker = newObjectsWorker,
}: ObjectWatcherOptions): ObjectWatcher {
  return new DeviceObjectWatcher(new URL(modelsUrl, document.baseURI).href, createWorker)
}

function newObjectsWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'objects' })
}

/** Pictures per second to begin with, and the fewest: six of them must agree while a thing is there. */
const FIRST_RATE = 2
const SLOWEST_RATE = 0.5
const CHECK_EVERY_MS = 250

type Unavailable = Extract<WatchStatus, { state: 'unavailable' }>['reason']

class DeviceObjectWatcher extends WorkerWatcher<ToObjectsWorker, FromObjectsWorker> implements ObjectWatcher {
  readonly part = 'objects'
  private name = ''
  private version = ''
  private hasRestarted = false
  private rate = FIRST_RATE
  private track: MediaStreamTrack | undefined
  private camera: CameraWatch | undefined
  private feed: Feed | undefined
  private checks: number | undefined
  private pulse = new Pulse(0)
  private face: Box | undefined
  private readonly statements = new ObjectStatements()
  private readonly sightingListeners = new Listeners<readonly Sighting[]>()
  private shows: readonly string[] = []
  private readonly stillListeners = new Listeners<Still>()
  private readonly costListeners = new Listeners<number>()

  constructor(modelsUrl: string, createWorker: () => Worker) {
    super({ state: 'paused', reason: 'camera_off' }, modelsUrl, createWorker)
  }

  get detector(): string {
    return this.name
  }

  get modelVersion(): string {
    return this.version
  }

  onSightings(listener: (sightings: readonly Sighting[]) => void): () => void {
    return this.sightingListeners.add(listener)
  }

  onStill(listener: (still: Still) => void): () => void {
    return this.stillListeners.add(listener)
  }

  onCost(listener: (costMs: number) => void): () => void {
    return this.costListeners.add(listener)
  }

  async watch(track: MediaStreamTrack): Promise<void> {
    this.closeTrack()
    this.track = track
    this.hasRestarted = false
    if (canObserve()) this.begin()
    else this.giveUp('not_supported')
    await this.settled()
  }

  sawFace(box: Box | undefined): void {
    this.face = box
  }

  setRate(rate: number): void {
    const next = rate > 0 ? Math.max(rate, SLOWEST_RATE) : 0
    if (next === this.rate) return
    const rested = this.rate === 0
    this.rate = next
    if (rested || next === 0) {
      this.closeTrack()
      this.begin()
    } else {
      this.post({ type: 'rate', rate: next })
      this.check()
    }
  }

  rest(): void {
    this.stop()
    this.change({ state: 'paused', reason: 'switched_off' })
  }

  stop(): void {
    this.closeTrack()
    this.track = undefined
    this.endWorker()
    this.release()
  }

  /** As far as there is a track, room and a worker that is ready. */
  private begin(): void {
    if (!this.track) return
    if (this.rate === 0) this.change({ state: 'paused', reason: 'no_room' })
    else if (this.ready) this.openTrack(this.track)
    else if (!this.worker) this.tryWorker()
  }

  /** Some browsers allow one worker, and not this second one. */
  private tryWorker(): void {
    try {
      this.startWorker()
    } catch (error) {
      console.warn('Objects:', error)
      this.giveUp('not_supported')
    }
  }

  protected hear(message: FromObjectsWorker): void {
    const nowMs = performance.now()
    this.pulse.heard(nowMs)
    if (message.type === 'loaded') {
      this.ready = true
      this.name = message.name
      this.version = message.version
      this.begin()
    }
    if (message.type === 'waiting') this.camera?.arrived(nowMs - message.forMs)
    if (message.type === 'looked') this.take(message.looked)
    if (message.type === 'still') {
      const { picture, atMs } = message
      this.stillListeners.tell({ picture, atMs, shows: this.shows })
    }
    if (message.type === 'failed') this.fail(message.reason)
  }

  protected died(): void {
    this.fail('model_failed')
  }

  /** A worker that dies has one successor. */
  private fail(reason: Unavailable): void {
    this.closeTrack()
    this.endWorker()
    if (reason === 'model_failed' && !this.hasRestarted) {
      this.hasRestarted = true
      this.begin()
    } else {
      this.giveUp(reason)
    }
  }

  private giveUp(reason: Unavailable): void {
    this.track = undefined
    this.change({ state: 'unavailable', reason })
  }

  private openTrack(track: MediaStreamTrack): void {
    this.pulse = new Pulse(performance.now())
    this.camera = new CameraWatch(track, performance.now())
    this.post({ type: 'rate', rate: this.rate })
    const post = (message: ToObjectsWorker, transfer: Transferable[]) => this.post(message, transfer)
    this.feed = openFeed(track, post, () => this.rate)
    this.checks = window.setInterval(() => this.check(), CHECK_EVERY_MS)
  }

  private closeTrack(): void {
    window.clearInterval(this.checks)
    this.feed?.close()
    this.camera?.close()
    this.feed = this.camera = undefined
    this.shows = []
    this.say(this.statements.flush())
  }

  private take({ sightings, atMs, costMs, signature, isBlack }: Looked): void {
    if (!this.camera) return
    this.camera.saw(signature, atMs, isBlack)
    this.costListeners.tell(costMs)
    if (this.camera.pausedBy(atMs, document.hidden)) return
    this.change({ state: 'watching', rate: this.rate })
    const said = this.statements.observe(sightings, this.face, atMs)
    this.sightingListeners.tell(this.statements.agreed)
    this.askForStill(this.statements.words(this.face))
    this.say(said)
  }

  /** As soon as there is something that was not there before. */
  private askForStill(shows: readonly string[]): void {
    const isNew = shows.some((one) => !this.shows.includes(one))
    this.shows = shows
    if (isNew && this.stillListeners.size) this.post({ type: 'still' })
  }

  private check(): void {
    if (!this.camera) return
    const nowMs = performance.now()
    const worker = this.pulse.at(nowMs)
    if (worker === 'is dead') {
      this.fail('model_failed')
      return
    }
    if (worker === 'works') this.camera.arrived(nowMs)
    const reason = this.camera.pausedBy(nowMs, document.hidden)
    if (reason) {
      this.say(this.statements.flush())
      this.change({ state: 'paused', reason })
    } else if (this.status.state === 'watching') {
      this.change({ state: 'watching', rate: this.rate })
    }
  }
}
