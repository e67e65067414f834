/**
 * A call of at most four, each connected with each. The live link carries only the negotiation: while it is gone the
 * call goes on, and nobody is dropped from it because a socket was.
 */

import type { Call, LocalMedia, RemotePeer } from './contracts'
import type { Flow } from './flow'
import { type ConnectionChanged, Peer } from './peer'
import type { Downwards, LiveLink } from '@/live/contracts'
import { Listeners } from '@/lib/listeners'

const SEATS = 4
const LOOK_MS = 500
const FRESH_MS = 10_000
const REFRESH_LIMIT_MS = 2_000

type Participant = Downwards['rooms.room_state']['participants'][number]

export interface MeshOptions {
  link: LiveLink
  /** The own participant id. */
  me: string
  local: LocalMedia
  iceServers: RTCIceServer[]
  /** Fetches fresh relay credentials before a connection is mended. */
  refreshIceServers?: () => Promise<RTCIceServer[]>
  /** Never tell the others this computer's addresses; works only with a relay. */
  relayOnly?: boolean
  /** What the log should know about a connection. */
  onConnection?: (change: ConnectionChanged) => void
}

export function createMeshCall(options: MeshOptions): Call {
  return new Mesh(options)
}

class Mesh implements Call {
  readonly #options: MeshOptions
  readonly #peers = new Map<string, Peer>()
  readonly #listeners = new Listeners<RemotePeer[]>()
  readonly #unsubscribe: (() => void)[]
  readonly #looking: ReturnType<typeof setInterval>
  #iceServers: RTCIceServer[]
  #refreshedAt = performance.now()
  #room: Participant[] = []
  #saidMedia = ''

  constructor(options: MeshOptions) {
    const { link, local } = options
    this.#options = options
    this.#iceServers = options.iceServers
    this.#unsubscribe = [
      link.on('rooms.room_state', ({ participants }) => this.#takeRoom(participants)),
      link.on('rooms.signal_state', (signal) => this.#peerFor(signal.sender)?.receive(signal)),
      link.onStatus(({ state }) => state === 'open' && this.#linkOpened()),
      local.onState(() => this.#localChanged()),
    ]
    this.#looking = setInterval(() => void this.#look(), LOOK_MS)
    this.#sayMedia()
  }

  get peers(): RemotePeer[] {
    return [...this.#peers.values()].map(({ participant, stream, state }) => ({ participant, stream, state }))
  }

  onPeers(listener: (peers: RemotePeer[]) => void): () => void {
    return this.#listeners.add(listener)
  }

  async stats(): Promise<Record<string, Flow>> {
    const flows = [...this.#peers.values()].map(
      async (peer) => [peer.participant, await peer.flow()] as const,
    )
    return Object.fromEntries(await Promise.all(flows))
  }

  othersLevel(): number {
    return Math.max(0, ...[...this.#peers.values()].map((peer) => peer.audioLevel))
  }

  close(): void {
    clearInterval(this.#looking)
    for (const unsubscribe of this.#unsubscribe) unsubscribe()
    for (const participant of this.#peers.keys()) this.#drop(participant)
  }

  #takeRoom(participants: Participant[]): void {
    const before = this.#room
    this.#room = participants
    const seats = this.#seats()
    for (const participant of this.#peers.keys())
      if (!seats.some(({ id }) => id === participant)) this.#drop(participant)
    for (const { id, is_connected: isConnected, camera } of seats) {
      const peer = isConnected ? this.#peerFor(id) : this.#peers.get(id)
      if (!peer) continue
      peer.presence = { isConnected, camera }
      const wasConnected = before.some((one) => one.id === id && one.is_connected)
      if (isConnected && !wasConnected) peer.reachable()
    }
  }

  /** Everyone admitted but me; the first four have seats. */
  #seats(): Participant[] {
    const seated = this.#room.filter(({ admission }) => admission === 'admitted').slice(0, SEATS)
    const { me } = this.#options
    return seated.some(({ id }) => id === me) ? seated.filter(({ id }) => id !== me) : []
  }

  #peerFor(participant: string): Peer | undefined {
    const existing = this.#peers.get(participant)
    if (existing || !this.#seats().some(({ id }) => id === participant)) return existing
    const { link, me, onConnection } = this.#options
    const peer = new Peer({
      participant,
      polite: me > participant,
      configuration: () => this.#configuration(),
      refresh: () => this.#refresh(),
      outgoing: (kind) => this.#outgoing(kind),
      send: (signal) => link.send({ type: 'rooms.send_signal', to: participant, ...signal }),
      onChange: () => this.#changed(),
      onConnection: (state) => onConnection?.({ kind: 'rooms.connection_changed', peer: participant, state }),
    })
    this.#peers.set(participant, peer)
    this.#changed()
    return peer
  }

  #drop(participant: string): void {
    this.#peers.get(participant)?.close()
    this.#peers.delete(participant)
    this.#changed()
  }

  async #look(): Promise<void> {
    const canSignal = this.#options.link.status.state === 'open'
    for (const peer of this.#peers.values()) {
      if (canSignal && peer.isGone) this.#drop(peer.participant)
      else await peer.look(canSignal)
    }
  }

  #linkOpened(): void {
    this.#saidMedia = ''
    this.#sayMedia()
    for (const peer of this.#peers.values()) peer.reachable()
  }

  #localChanged(): void {
    this.#sayMedia()
    for (const peer of this.#peers.values()) peer.renewOutgoing()
  }

  #outgoing(kind: string): MediaStreamTrack | null {
    return this.#options.local.state.stream.getTracks().find((track) => track.kind === kind) ?? null
  }

  #sayMedia(): void {
    const { microphoneOn, cameraOn } = this.#options.local.state
    const media = {
      microphone: microphoneOn && this.#outgoing('audio') !== null,
      camera: cameraOn && this.#outgoing('video') !== null,
    }
    const said = JSON.stringify(media)
    if (said !== this.#saidMedia && this.#options.link.send({ type: 'rooms.set_media', ...media }))
      this.#saidMedia = said
  }

  #configuration(): RTCConfiguration {
    return { iceServers: this.#iceServers, iceTransportPolicy: this.#options.relayOnly ? 'relay' : 'all' }
  }

  async #refresh(): Promise<void> {
    const { refreshIceServers } = this.#options
    if (!refreshIceServers || performance.now() - this.#refreshedAt < FRESH_MS) return
    const limit = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), REFRESH_LIMIT_MS))
    const fresh = await Promise.race([refreshIceServers().catch(() => undefined), limit])
    if (!fresh) return
    this.#iceServers = fresh
    this.#refreshedAt = performance.now()
  }

  #changed(): void {
    this.#listeners.tell(this.peers)
  }
}
