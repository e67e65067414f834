import type { CameraInUse, WatchStatus } from './contracts'
import { isVirtualCamera } from './virtual'

export type PauseReason = Extract<WatchStatus, { state: 'paused' }>['reason']

/** A camera's noise never repeats: pictures that stay equal, or stay away, for this long are not of now. */
const FROZEN_MS = 3000
/** On a slow device two readings can be that far apart: so many equal ones it takes at least. */
const FROZEN_PICTURES = 3
/** A hand before the lens is no broken camera. */
const BLACK_MS = 3000

export function describeCamera(track: MediaStreamTrack): CameraInUse {
  const { width = 0, height = 0, frameRate = 0 } = track.getSettings()
  const isVirtual = isVirtualCamera(track.label)
  return { width, height, rate: frameRate, isVirtual, label: isVirtual ? track.label : '' }
}

/** Whether a camera shows what is happening now. */
export class CameraWatch {
  private signature: number | undefined
  private sameSinceMs = 0
  private same = 0
  private blackSinceMs: number | undefined
  private seenMs = 0
  private arrivedMs: number
  private isLost = false

  /** Raised by the browser, never by our own `track.stop()`. */
  private readonly onEnded = () => {
    this.isLost = true
  }

  constructor(
    private readonly track: MediaStreamTrack,
    nowMs: number,
  ) {
    this.arrivedMs = nowMs
    track.addEventListener('ended', this.onEnded)
  }

  /** `signature` is equal for equal pictures. */
  saw(signature: number, atMs: number, isBlack = false): void {
    this.arrived(atMs)
    this.seenMs = atMs
    this.blackSinceMs = isBlack ? (this.blackSinceMs ?? atMs) : undefined
    if (signature !== this.signature) {
      this.signature = signature
      this.sameSinceMs = atMs
      this.same = 0
    }
    this.same++
  }

  /** Pictures come, whether or not there has been time to look at one. */
  arrived(atMs: number): void {
    this.arrivedMs = Math.max(this.arrivedMs, atMs)
  }

  /** Why what arrives does not count; undefined while it does. */
  pausedBy(nowMs: number, tabHidden: boolean): PauseReason | undefined {
    if (this.isLost) return 'camera_lost'
    if (this.track.readyState === 'ended' || !this.track.enabled) return this.rest(nowMs, 'camera_off')
    if (this.track.muted) return this.rest(nowMs, 'camera_lost')
    if (nowMs - this.arrivedMs >= FROZEN_MS) return tabHidden ? 'tab_hidden' : 'camera_frozen'
    if (this.blackSinceMs !== undefined && this.seenMs - this.blackSinceMs >= BLACK_MS) return 'camera_black'
    const stands = this.same >= FROZEN_PICTURES && this.seenMs - this.sameSinceMs >= FROZEN_MS
    return stands ? 'camera_frozen' : undefined
  }

  close(): void {
    this.track.removeEventListener('ended', this.onEnded)
  }

  /** A camera that comes back has time for its first picture. */
  private rest(nowMs: number, reason: PauseReason): PauseReason {
    this.arrivedMs = nowMs
    this.signature = this.blackSinceMs = undefined
    this.same = 0
    return reason
  }
}
