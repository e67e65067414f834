/**
 * `RTCPeerConnection` for tests of negotiation: signalling states, rollback and refusals as the standard has them, a
 * fingerprint per connection, and nothing that flows.
 */

import { vi } from 'vitest'
import { FakeStream } from './media'

let made = 0

export class FakePeerConnection {
  static readonly all: FakePeerConnection[] = []

  readonly fingerprint = `F${++made}`
  signalingState: RTCSignalingState = 'stable'
  connectionState: RTCPeerConnectionState = 'new'
  localDescription: RTCSessionDescriptionInit | null = null
  remoteDescription: RTCSessionDescriptionInit | null = null
  onicecandidate: unknown = null
  ontrack: unknown = null
  onconnectionstatechange: unknown = null
  #stableRemote: RTCSessionDescriptionInit | null = null
  #transceivers: unknown[] = []

  constructor() {
    FakePeerConnection.all.push(this)
  }

  static install(): void {
    FakePeerConnection.all.length = 0
    vi.stubGlobal('RTCPeerConnection', FakePeerConnection)
    vi.stubGlobal('MediaStream', FakeStream)
  }

  get remoteFingerprint(): string | undefined {
    return this.remoteDescription?.sdp?.split(' ')[1]?.trim()
  }

  addTransceiver(kind: string): void {
    this.#transceivers.push({
      direction: 'sendrecv',
      receiver: { track: { kind } },
      sender: { track: null, replaceTrack: () => Promise.resolve(), setStreams: () => undefined },
    })
  }

  getTransceivers(): unknown[] {
    return this.#transceivers
  }

  setConfiguration(): void {
    this.#mustBeOpen()
  }

  restartIce(): void {
    this.#mustBeOpen()
  }

  addIceCandidate(): Promise<void> {
    return Promise.resolve()
  }

  async setLocalDescription(): Promise<void> {
    await Promise.resolve()
    this.#mustBeOpen()
    const type = this.signalingState === 'have-remote-offer' ? 'answer' : 'offer'
    this.localDescription = { type, sdp: `a=fingerprint:sha-256 ${this.fingerprint}\n` }
    this.#enter(type === 'answer' ? 'stable' : 'have-local-offer')
  }

  async setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
    await Promise.resolve()
    this.#mustBeOpen()
    const expected = description.type === 'answer' ? 'have-local-offer' : 'stable'
    const rollsBack = description.type === 'offer' && this.signalingState === 'have-local-offer'
    if (this.signalingState !== expected && !rollsBack) throw new DOMException('', 'InvalidStateError')
    const from = (sdp: string | undefined) => sdp?.split(' ')[1]
    if (this.#stableRemote && from(this.#stableRemote.sdp) !== from(description.sdp))
      throw new DOMException('another fingerprint', 'InvalidAccessError')
    if (this.#transceivers.length === 0) for (const kind of ['audio', 'video']) this.addTransceiver(kind)
    this.remoteDescription = description
    this.#enter(description.type === 'answer' ? 'stable' : 'have-remote-offer')
  }

  close(): void {
    this.signalingState = 'closed'
  }

  #enter(state: RTCSignalingState): void {
    this.signalingState = state
    if (state === 'stable') this.#stableRemote = this.remoteDescription
  }

  #mustBeOpen(): void {
    if (this.signalingState === 'closed') throw new DOMException('', 'InvalidStateError')
  }
}
