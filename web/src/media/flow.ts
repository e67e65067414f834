/** What flows through a peer connection, from its statistics. */

export interface Flow {
  framesDecoded: number
  audioBytesSent: number
  audioBytesReceived: number
}

export async function flowOf(connection: RTCPeerConnection): Promise<Flow> {
  const flow: Flow = { framesDecoded: 0, audioBytesSent: 0, audioBytesReceived: 0 }
  const report = await connection.getStats()
  report.forEach((stat: Record<string, unknown>) => {
    if (stat.type === 'inbound-rtp' && stat.kind === 'video') flow.framesDecoded += count(stat.framesDecoded)
    if (stat.type === 'inbound-rtp' && stat.kind === 'audio')
      flow.audioBytesReceived += count(stat.bytesReceived)
    if (stat.type === 'outbound-rtp' && stat.kind === 'audio') flow.audioBytesSent += count(stat.bytesSent)
  })
  return flow
}

function count(value: unknown): number {
  return typeof value === 'number' ? value : 0
}

const STALLED_AFTER_MS = 1_500

/** Notices that pictures which should come do not. */
export class PictureWatch {
  #frames = 0
  #progressAt: number
  #flowed = false

  constructor(now: number) {
    this.#progressAt = now
  }

  /** `expected`: the other camera is on and this page is looked at, so frames must be decoded. */
  see(now: number, frames: number, expected: boolean): void {
    if (expected && frames <= this.#frames) return
    this.#flowed = true
    this.#frames = frames
    this.#progressAt = now
  }

  /** Since when nothing came; undefined while it flows. Before the first picture, since the beginning. */
  stalledSince(now: number): number | undefined {
    return !this.#flowed || now - this.#progressAt > STALLED_AFTER_MS ? this.#progressAt : undefined
  }
}
