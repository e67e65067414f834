import { Listeners } from '@/lib/listeners'
import type { SoundWatcher, WatchStatus } from '@/vision/contracts'
import { WorkerWatcher } from '@/vision/workerWatcher'

import { canListen, openSoundFeed, type SoundFeed } from './feed'
import { LevelMeter, type Level } from './level'
import type { FromWorker, ToWorker } from './messages'
import { MicrophoneWatch } from './microphone'
import { SoundStatementMaker, type Heard } from './statements'
import { CHUNK, RATE } from './voice'

export interface SoundWatcherOptions {
  /** Folder of the models, ending in a slash. */
  modelsUrl: string
  createWorker?: () => Worker
  openFeed?: (track: MediaStreamTrack) => Promise<SoundFeed>
}

export function createSoundWatcher({
  modelsUrl,
  createWorker = newHearingWorker,
  openFeed = openSoundFeed,
}: SoundWatcherOptions): DeviceEar {
  return new DeviceEar(new URL(modelsUrl, document.baseURI).href, createWorker, openFeed)
}

function newHearingWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'hearing' })
}

const CHECK_EVERY_MS = 250
const CHUNKS_A_SECOND = RATE / CHUNK

class DeviceEar extends WorkerWatcher<ToWorker, FromWorker> implements SoundWatcher {
  readonly part = 'sound'
  readonly detector = 'fairview-voice'
  private version = ''
  private mayRestart = true
  private track: MediaStreamTrack | undefined
  private microphone: MicrophoneWatch | undefined
  private feed: SoundFeed | undefined
  private checks: number | undefined
  private readonly meter = new LevelMeter()
  private readonly statements = new SoundStatementMaker()
  private readonly levelListeners = new Listeners<Level>()
  private readonly costListeners = new Listeners<number>()

  constructor(
    modelsUrl: string,
    createWorker: () => Worker,
    private readonly openFeed: (track: MediaStreamTrack) => Promise<SoundFeed>,
  ) {
    super({ state: 'paused', reason: 'microphone_off' }, modelsUrl, createWorker)
  }

  get modelVersion(): string {
    return this.version
  }

  onLevel(listener: (voice: number, decibels: number) => void): () => void {
    return this.levelListeners.add(({ voice, decibels }) => listener(voice, decibels))
  }

  /** Milliseconds that one chunk took. */
  onCost(listener: (costMs: number) => void): () => void {
    return this.costListeners.add(listener)
  }

  /** Loads the model (once) and listens to this track; a new track replaces the old one. */
  async listen(track: MediaStreamTrack): Promise<void> {
    this.leaveTrack()
    if (!canListen()) {
      this.change({ state: 'unavailable', reason: 'not_supported' })
      return
    }
    this.track = track
    this.mayRestart = true
    if (!this.worker) this.startWorker()
    else if (this.ready) void this.openTrack()
    await this.settled()
  }

  sawMouth(open: number | undefined, atMs: number): void {
    this.statements.sawMouth(open, atMs)
  }

  heardOthers(level: number, atMs: number): void {
    this.statements.heardOthers(level, atMs)
  }

  rest(): void {
    this.stop()
    this.change({ state: 'paused', reason: 'switched_off' })
  }

  stop(): void {
    this.leaveTrack()
    this.endWorker()
    this.release()
  }

  /** A worker that died is replaced once; then something is wrong with it. */
  protected died(): void {
    const { track, mayRestart } = this
    if (!mayRestart || !track) {
      this.fail('model_failed')
      return
    }
    this.mayRestart = false
    this.leaveTrack()
    this.endWorker()
    this.track = track
    this.startWorker()
  }

  protected hear(message: FromWorker): void {
    if (message.type === 'loaded') {
      this.ready = true
      this.version = message.version
      void this.openTrack()
    }
    if (message.type === 'failed') this.fail(message.reason)
    if (message.type === 'heard') {
      this.costListeners.tell(message.costMs)
      this.take(message.heard)
    }
  }

  private async openTrack(): Promise<void> {
    const { track } = this
    if (!track) return
    const feed = await this.openFeed(track).catch(() => undefined)
    if (!feed) {
      this.fail('not_supported')
      return
    }
    if (track !== this.track) {
      feed.close()
      return
    }
    this.feed = feed
    this.microphone = new MicrophoneWatch(track, performance.now())
    this.post({ type: 'hear', samples: feed.samples, rate: feed.rate }, [feed.samples])
    this.checks = window.setInterval(() => this.check(), CHECK_EVERY_MS)
    this.check()
  }

  private leaveTrack(): void {
    window.clearInterval(this.checks)
    if (this.feed) this.post({ type: 'rest' })
    this.feed?.close()
    this.microphone?.close()
    this.feed = this.microphone = this.track = undefined
    this.say(this.statements.flush())
  }

  private take(heard: Heard): void {
    if (!this.microphone) return
    this.microphone.heard(performance.now())
    if (this.pausedBy()) return
    this.change({ state: 'watching', rate: CHUNKS_A_SECOND })
    const level = this.meter.observe(heard)
    if (level) this.levelListeners.tell(level)
    this.say(this.statements.observe(heard))
  }

  private check(): void {
    const reason = this.pausedBy()
    if (!reason) return
    this.say(this.statements.flush())
    this.change({ state: 'paused', reason })
  }

  private pausedBy() {
    return this.microphone?.pausedBy(performance.now(), this.feed?.isRunning() ?? false)
  }

  private fail(reason: Extract<WatchStatus, { state: 'unavailable' }>['reason']): void {
    this.leaveTrack()
    this.endWorker()
    this.change({ state: 'unavailable', reason })
  }
}
