import type { WatchStatus } from '@/vision/contracts'

export type PauseReason = Extract<WatchStatus, { state: 'paused' }>['reason']

/** Samples come 30 times a second: away for so long, they are lost. */
const SILENT_MS = 3000

/** Whether a microphone brings what sounds now. */
export class MicrophoneWatch {
  private lost = false

  /** Raised by the browser, never by our own `track.stop()`. */
  private readonly onEnded = () => {
    this.lost = true
  }

  constructor(
    private readonly track: MediaStreamTrack,
    private heardAtMs: number,
  ) {
    track.addEventListener('ended', this.onEnded)
  }

  heard(nowMs: number): void {
    this.heardAtMs = nowMs
  }

  /** Why what arrives does not count; undefined while it does. `isRunning`: the browser lets us listen. */
  pausedBy(nowMs: number, isRunning: boolean): PauseReason | undefined {
    if (this.lost) return 'microphone_lost'
    const isOff = this.track.readyState === 'ended' || !this.track.enabled || this.track.muted
    if (isOff || !isRunning) {
      this.heardAtMs = nowMs
      return 'microphone_off'
    }
    return nowMs - this.heardAtMs < SILENT_MS ? undefined : 'microphone_lost'
  }

  close(): void {
    this.track.removeEventListener('ended', this.onEnded)
  }
}
