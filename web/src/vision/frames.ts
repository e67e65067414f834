/** In a worker: the pictures of one track as they come due, and word to the page that the worker lives. */

import type { FromAnyWorker, ToWorker } from './messages'
import { ModelMissing } from './models'
import { Pace } from './pace'
import type { PictureTaker, TakenPicture } from './pictures'

export interface Eye {
  /** Name for the console. */
  name: string
  load: (folder: string) => Promise<void>
  look: (picture: TakenPicture, atMs: number) => Promise<void>
  /** The track is gone: forget what was in it. */
  forget?: () => void
}

/** So often the page is told that this worker lives. */
const BEAT_MS = 1000

export class Frames {
  private readonly pace = new Pace(1)
  private frames: ReadableStreamDefaultReader<VideoFrame> | undefined
  /** From this worker's clock to the page's. */
  private clockShiftMs = 0
  private hasLoaded = false
  private isLooking = false
  /** When a frame came, or the last one was done with. */
  private busyAtMs = 0

  constructor(
    private readonly eye: Eye,
    private readonly pictures: PictureTaker,
    private readonly post: (message: FromAnyWorker) => void,
  ) {}

  hear(message: ToWorker): void {
    if (message.type === 'load') void this.load(message.modelsUrl, message.timeOrigin)
    if (message.type === 'frames') void this.readFrames(message.frames)
    if (message.type === 'bitmap') void this.readBitmap(message.bitmap, message.atMs)
    if (message.type === 'rest') void this.rest()
    if (message.type === 'rate') this.pace.rate = message.rate
  }

  /** On the page's clock. */
  now(): number {
    return performance.now() + this.clockShiftMs
  }

  private async load(folder: string, timeOrigin: number): Promise<void> {
    this.clockShiftMs = performance.timeOrigin - timeOrigin
    try {
      await this.eye.load(folder)
      this.hasLoaded = true
      setInterval(() => this.post({ type: 'waiting', forMs: this.now() - this.busyAtMs }), BEAT_MS)
    } catch (error) {
      this.fail(error)
    }
  }

  /** Most frames are let go unseen, which costs next to nothing, in hidden tabs too. */
  private async readFrames(stream: ReadableStream<VideoFrame>): Promise<void> {
    await this.rest()
    const mine = stream.getReader()
    this.frames = mine
    for (let next = await mine.read(); !next.done; next = await mine.read()) {
      const atMs = (this.busyAtMs = this.now())
      const picture = this.pace.due(atMs) ? await this.pictures.read(next.value) : undefined
      next.value.close()
      if (picture && this.frames === mine) await this.look(picture, atMs)
    }
  }

  private async readBitmap(bitmap: ImageBitmap, atMs: number): Promise<void> {
    this.busyAtMs = this.now()
    const picture = this.isLooking ? undefined : this.pictures.take(bitmap, bitmap.width, bitmap.height)
    bitmap.close()
    if (picture) await this.look(picture, atMs)
  }

  private async look(picture: TakenPicture, atMs: number): Promise<void> {
    if (!this.hasLoaded || this.isLooking) return
    this.isLooking = true
    try {
      await this.eye.look(picture, atMs)
    } catch (error) {
      this.fail(error)
    } finally {
      this.isLooking = false
      this.busyAtMs = this.now()
    }
  }

  private async rest(): Promise<void> {
    const old = this.frames
    this.frames = undefined
    this.eye.forget?.()
    await old?.cancel().catch(() => undefined)
  }

  private fail(error: unknown): void {
    console.warn(`${this.eye.name}:`, error)
    this.post({ type: 'failed', reason: error instanceof ModelMissing ? 'model_missing' : 'model_failed' })
  }
}
