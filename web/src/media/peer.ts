/** One other person in the call: keeps the connection with them alive, and says how it is. */

import type { RemotePeer } from './contracts'
import { type Flow, flowOf, PictureWatch } from './flow'
import { Ladder } from './ladder'
import { Negotiation, type Signal } from './negotiation'
import type { Payload } from '@/api/messages'

export type ConnectionChanged = Extract<Payload, { kind: 'rooms.connection_changed' }>

/** The polite side waits this long before it begins, so that usually only one side offers; and acts a little later on. */
const POLITE_DELAY_MS = 200
const POLITE_MARGIN_MS = 500
const REPEAT_OFFER_MS = 2_000
/** Someone whose socket and connection are both gone for so long has left. */
const GONE_AFTER_MS = 20_000

export interface Presence {
  /** Their socket is open. */
  isConnected: boolean
  camera: boolean
}

export interface PeerOptions {
  participant: string
  polite: boolean
  configuration: () => RTCConfiguration
  /** Fetches fresh relay credentials; resolves even if there are none. */
  refresh: () => Promise<void>
  outgoing: (kind: string) => MediaStreamTrack | null
  send: (signal: Signal) => void
  onChange: () => void
  onConnection: (state: ConnectionChanged['state']) => void
}

export class Peer implements RemotePeer {
  readonly participant: string
  readonly stream = new MediaStream()
  state: RemotePeer['state'] = 'connecting'
  presence: Presence = { isConnected: true, camera: true }
  readonly #options: PeerOptions
  readonly #negotiation: Negotiation
  readonly #ladder: Ladder
  readonly #firstOffer: ReturnType<typeof setTimeout>
  #pictures = new PictureWatch(performance.now())
  #offeredAt = performance.now()
  /** Since when the present connection is not connected; undefined while it is. */
  #apartSince: number | undefined = performance.now()
  #wasConnected = false
  #isMending = false
  /** Connected throughout, but without pictures: mended only when they come. */
  #awaitsPictures = false
  #told: ConnectionChanged['state'] | undefined

  constructor(options: PeerOptions) {
    this.#options = options
    this.participant = options.participant
    this.#ladder = new Ladder(options.polite ? POLITE_MARGIN_MS : 0)
    this.#negotiation = new Negotiation({
      ...options,
      onTrack: (track) => this.#takeTrack(track),
      onState: () => this.#update(),
      onBuilt: () => this.#begunAnew(),
    })
    this.#firstOffer = setTimeout(
      () => !this.#negotiation.isPaired && this.#negotiation.offer(),
      options.polite ? POLITE_DELAY_MS : 0,
    )
  }

  receive(signal: Signal): void {
    this.#negotiation.receive(signal)
  }

  renewOutgoing(): void {
    this.#negotiation.renewOutgoing()
  }

  /** Both sides can signal again: what was said meanwhile may be lost. */
  reachable(): void {
    if (this.#negotiation.isWaitingForAnswer) this.#offer()
  }

  /** How loud they are now, 0..1. */
  get audioLevel(): number {
    const receivers = this.#negotiation.connection.getReceivers()
    return Math.max(0, ...receivers.map((one) => one.getSynchronizationSources()[0]?.audioLevel ?? 0))
  }

  flow(): Promise<Flow> {
    return flowOf(this.#negotiation.connection)
  }

  /** Looked after several times a second. `canSignal`: this side's own socket is open. */
  async look(canSignal: boolean): Promise<void> {
    const now = performance.now()
    if (this.#apartSince === undefined) await this.#lookAtPictures(now)
    if (this.state === 'closed') return
    const remedy = this.#ladder.step(now, {
      troubleSince: this.#apartSince ?? this.#pictures.stalledSince(now),
      wasConnected: this.#wasConnected,
      canSignal: canSignal && this.presence.isConnected,
    })
    if (remedy) await this.#mend(remedy)
    else if (this.#negotiation.isWaitingForAnswer && now - this.#offeredAt > REPEAT_OFFER_MS) this.#offer()
    this.#update()
  }

  /** Nothing holds this person here any more: no socket, and no connection either. */
  get isGone(): boolean {
    const apart = this.#apartSince !== undefined && performance.now() - this.#apartSince > GONE_AFTER_MS
    const failed = this.#negotiation.connection.connectionState === 'failed'
    return !this.presence.isConnected && (apart || failed)
  }

  close(): void {
    clearTimeout(this.#firstOffer)
    this.#negotiation.close()
    for (const track of this.stream.getTracks()) this.stream.removeTrack(track)
    this.state = 'closed'
    this.#tell('closed')
  }

  async #mend(remedy: 'restart' | 'rebuild'): Promise<void> {
    this.#isMending = true
    this.#awaitsPictures = this.#apartSince === undefined
    await this.#options.refresh()
    if (this.state === 'closed') return
    this.#offeredAt = performance.now()
    if (remedy === 'rebuild') {
      this.#negotiation.rebuild()
    } else {
      this.#tell('restarting')
      this.#negotiation.restart()
    }
  }

  #offer(): void {
    this.#offeredAt = performance.now()
    this.#negotiation.offer()
  }

  async #lookAtPictures(now: number): Promise<void> {
    const expected = this.presence.camera && document.visibilityState === 'visible'
    const pictures = this.#pictures
    const { framesDecoded } = await this.flow()
    pictures.see(now, framesDecoded, expected)
  }

  #takeTrack(track: MediaStreamTrack): void {
    for (const old of this.stream.getTracks())
      if (old.kind === track.kind && old !== track) this.stream.removeTrack(old)
    this.stream.addTrack(track)
    this.#options.onChange()
  }

  #begunAnew(): void {
    const now = performance.now()
    this.#pictures = new PictureWatch(now)
    this.#apartSince = now
    this.#offeredAt = now
    // Two first offers that met are no news.
    if (this.#told !== undefined) {
      this.#isMending = true
      this.#tell('rebuilt')
    }
    this.#wasConnected = false
    this.#awaitsPictures = false
    this.#update()
  }

  #update(): void {
    const now = performance.now()
    const isConnected = this.#negotiation.connection.connectionState === 'connected'
    this.#apartSince = isConnected ? undefined : (this.#apartSince ?? now)
    if (isConnected) {
      this.#wasConnected = true
      this.#awaitsPictures &&= this.#pictures.stalledSince(now) !== undefined
      this.#isMending &&= this.#awaitsPictures
    }
    this.#show(this.#isMending ? 'restarting' : this.#seen(isConnected))
  }

  /** How it is while nothing is being mended. */
  #seen(isConnected: boolean): RemotePeer['state'] {
    if (isConnected) {
      this.#tell('connected')
      return 'connected'
    }
    const { connectionState } = this.#negotiation.connection
    if (connectionState === 'disconnected' || connectionState === 'failed') this.#tell('disconnected')
    return this.#told === undefined ? 'connecting' : 'disconnected'
  }

  #show(state: RemotePeer['state']): void {
    if (state === this.state || this.state === 'closed') return
    this.state = state
    this.#options.onChange()
  }

  #tell(state: ConnectionChanged['state']): void {
    if (state === this.#told) return
    this.#told = state
    this.#options.onConnection(state)
  }
}
