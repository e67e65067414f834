import type { WatchStatus } from './contracts'

export type PauseReason = Extract<WatchStatus, { state: 'paused' }>['reason']

/** A camera's noise never repeats: pictures that stay equal, or stay away, for this long are not of now. */
const FROZEN_MS = 3000

/** Whether a camera shows what is happening now. */
export class CameraWatch {
  private signature: number | undefined
  private freshAtMs: number
  private lost = false

  /** Raised by the browser, never by our own `track.stop()`. */
  private readonly onEnded = () => {
    this.lost = true
  }

  constructor(
    private readonly track: MediaStreamTrack,
    nowMs: number,
  ) {
    this.freshAtMs = nowMs
    track.addEventListener('ended', this.onEnded)
  }

  saw(signature: number, atMs: number): void {
    if (signature === this.signature) return
    this.signature = signature
    this.freshAtMs = atMs
  }

  /** Why what arrives does not count; undefined while it does. */
  pausedBy(nowMs: number, tabHidden: boolean): PauseReason | undefined {
    if (this.lost) return 'camera_lost'
    if (this.track.readyState === 'ended' || !this.track.enabled) return this.rest(nowMs, 'camera_off')
    if (this.track.muted) return this.rest(nowMs, 'camera_lost')
    if (nowMs - this.freshAtMs < FROZEN_MS) return undefined
    return tabHidden ? 'tab_hidden' : 'camera_frozen'
  }

  close(): void {
    this.track.removeEventListener('ended', this.onEnded)
  }

  /** A camera that comes back has time for its first picture. */
  private rest(nowMs: number, reason: PauseReason): PauseReason {
    this.freshAtMs = nowMs
    return reason
  }
}
