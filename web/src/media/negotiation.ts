/**
 * One peer connection after another with one other person, negotiated over messages that may be lost.
 *
 * Perfect negotiation with two additions. Both sides lay out the same two transceivers, so a camera that comes later
 * only replaces what its sender carries. And a side may begin anew at any time (reload, rebuild): each connection is
 * known by its fingerprint, and whatever comes from an earlier one is told apart.
 */

import { belongsTo, incarnationOf } from './incarnation'
import type { Downwards } from '@/live/contracts'

export type Signal = Pick<Downwards['rooms.signal_state'], 'description' | 'candidate'>
type Description = NonNullable<Signal['description']>
type Candidate = NonNullable<Signal['candidate']>

const HELD_CANDIDATES = 64

export interface NegotiationOptions {
  /** Gives way when both offer at once; exactly one of the two sides does. */
  polite: boolean
  configuration: () => RTCConfiguration
  /** What this side sends now, by kind. */
  outgoing: (kind: string) => MediaStreamTrack | null
  send: (signal: Signal) => void
  onTrack: (track: MediaStreamTrack) => void
  onState: () => void
  /** A new connection stands in for the one before. */
  onBuilt: () => void
}

export class Negotiation {
  readonly #options: NegotiationOptions
  /** Names sound and picture of this side as belonging together. */
  readonly #together = new MediaStream()
  #connection: RTCPeerConnection
  /** The other side's connection that this one is paired with. */
  #paired: string | undefined
  /** The other side's connections that were paired with earlier ones of ours. */
  readonly #past = new Set<string>()
  #held: Candidate[] = []
  #turn: Promise<void> = Promise.resolve()
  #closed = false

  constructor(options: NegotiationOptions) {
    this.#options = options
    this.#connection = this.#create()
  }

  get connection(): RTCPeerConnection {
    return this.#connection
  }

  /** Whether the other side was heard at all. */
  get isPaired(): boolean {
    return this.#paired !== undefined
  }

  get isWaitingForAnswer(): boolean {
    return this.#connection.signalingState === 'have-local-offer'
  }

  receive({ description, candidate }: Signal): void {
    this.#inTurn(async () => {
      if (description) await this.#takeDescription(description)
      if (candidate) await this.#takeCandidate(candidate)
    })
  }

  /** Offers, or offers the same again where an answer is still missing. */
  offer(): void {
    this.#inTurn(() => this.#offer())
  }

  restart(): void {
    this.#inTurn(async () => {
      this.#connection.setConfiguration(this.#options.configuration())
      this.#connection.restartIce()
      await this.#offer()
    })
  }

  rebuild(): void {
    this.#inTurn(async () => {
      this.#build()
      await this.#offer()
    })
  }

  /** Sends other tracks from now on, without negotiating. */
  renewOutgoing(): void {
    this.#inTurn(() => this.#renewOutgoing())
  }

  close(): void {
    this.#closed = true
    this.#connection.close()
  }

  async #takeDescription(description: Description): Promise<void> {
    if (description.type === 'offer') await this.#takeOffer(description)
    if (description.type === 'answer') await this.#takeAnswer(description)
  }

  async #takeOffer(offer: Description): Promise<void> {
    const sender = incarnationOf(offer.sdp)
    const isNew = this.#paired !== undefined && sender !== this.#paired
    const isPast = this.#past.has(sender)
    const collides = this.#connection.signalingState !== 'stable'
    if (!this.#options.polite && (isPast || (collides && !isNew))) {
      // Ours counts; it may have been lost on the way.
      await this.#offer()
      return
    }
    if (isNew || isPast || (collides && this.#paired === undefined)) this.#build()
    this.#pairWith(sender)
    await this.#connection.setRemoteDescription({ type: 'offer', sdp: offer.sdp })
    await this.#renewOutgoing()
    await this.#connection.setLocalDescription()
    this.#sendDescription()
    await this.#addHeld()
  }

  async #takeAnswer(answer: Description): Promise<void> {
    const sender = incarnationOf(answer.sdp)
    if (this.#past.has(sender)) return
    if (this.#paired !== undefined && sender !== this.#paired) {
      // Someone new answers what we said to the one before: begin anew with them.
      this.#past.add(sender)
      this.#build()
      await this.#offer()
      return
    }
    if (!this.isWaitingForAnswer) return
    this.#pairWith(sender)
    await this.#connection.setRemoteDescription({ type: 'answer', sdp: answer.sdp })
    await this.#addHeld()
  }

  #pairWith(sender: string): void {
    this.#paired = sender
    this.#past.delete(sender)
  }

  async #offer(): Promise<void> {
    if (this.#connection.getTransceivers().length === 0) this.#layOut()
    await this.#renewOutgoing()
    if (this.#connection.signalingState === 'stable') await this.#connection.setLocalDescription()
    this.#sendDescription()
  }

  #layOut(): void {
    const init: RTCRtpTransceiverInit = { direction: 'sendrecv', streams: [this.#together] }
    this.#connection.addTransceiver('audio', init)
    this.#connection.addTransceiver('video', init)
  }

  async #renewOutgoing(): Promise<void> {
    for (const transceiver of this.#connection.getTransceivers()) {
      const track = this.#options.outgoing(transceiver.receiver.track.kind)
      if (transceiver.sender.track !== track) await transceiver.sender.replaceTrack(track)
      if (transceiver.direction === 'sendrecv') continue
      transceiver.direction = 'sendrecv'
      transceiver.sender.setStreams(this.#together)
    }
  }

  #sendDescription(): void {
    const description = this.#connection.localDescription
    if (description)
      this.#options.send({ description: { type: description.type, sdp: description.sdp }, candidate: null })
  }

  async #takeCandidate(candidate: Candidate): Promise<void> {
    this.#held = [...this.#held, candidate].slice(-HELD_CANDIDATES)
    await this.#addHeld()
  }

  /** A candidate may come before the description that it belongs to. */
  async #addHeld(): Promise<void> {
    const sdp = this.#connection.remoteDescription?.sdp
    if (sdp === undefined) return
    const mine = this.#held.filter((candidate) => belongsTo(candidate, sdp))
    this.#held = this.#held.filter((candidate) => !mine.includes(candidate))
    await Promise.allSettled(mine.map((candidate) => this.#connection.addIceCandidate(candidate)))
  }

  #build(): void {
    if (this.#paired !== undefined) this.#past.add(this.#paired)
    this.#paired = undefined
    this.#connection.close()
    this.#connection = this.#create()
    this.#options.onBuilt()
  }

  #create(): RTCPeerConnection {
    const connection = new RTCPeerConnection(this.#options.configuration())
    const isCurrent = () => connection === this.#connection && !this.#closed
    connection.onicecandidate = ({ candidate }) => {
      if (candidate?.candidate && isCurrent())
        this.#options.send({ description: null, candidate: asSent(candidate) })
    }
    connection.ontrack = ({ track }) => isCurrent() && this.#options.onTrack(track)
    connection.onconnectionstatechange = () => isCurrent() && this.#options.onState()
    return connection
  }

  /** One step after another, so that no description is applied in the middle of another one's. */
  #inTurn(work: () => Promise<void>): void {
    this.#turn = this.#turn.then(async () => {
      if (this.#closed) return
      await work().catch((error: unknown) => console.warn('A step of the negotiation failed.', error))
    })
  }
}

function asSent({ candidate, sdpMid, sdpMLineIndex, usernameFragment }: RTCIceCandidate): Candidate {
  return { candidate, sdpMid, sdpMLineIndex, usernameFragment }
}
