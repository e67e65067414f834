/**
 * One participant's presence in one room: socket, evidence queue, call and (for a candidate) observation,
 * tied together without React. Pages watch its cells and call its verbs.
 */

import type { Upward } from '@/api/messages'
import { Workspace } from '@/features/coding/workspace'
import { Cell } from '@/lib/cell'
import type { Downwards, EvidenceQueue, LinkStatus, LiveLink, Space } from '@/live/contracts'
import { note } from '@/live/note'
import { NotAcknowledged, openEvidenceQueue } from '@/live/queue'
import { createLink } from '@/live/socket'
import type { Call, LocalMedia, RemotePeer } from '@/media/contracts'
import { createMeshCall } from '@/media/mesh'

import type { EnterRoom, RoomEntry } from './entry'
import { noteMedia } from './mediaEntries'

export type RoomState = Downwards['rooms.room_state']
export type Attention = Downwards['proctoring.attention_state']
export type Silences = Downwards['rooms.silence_state']
export type Overlay = Downwards['proctoring.overlay_state']
type Shown = Omit<Extract<Upward, { type: 'proctoring.show_overlay' }>, 'type'>
export type Incidents = Downwards['proctoring.incidents_state']

export class RoomClient {
  readonly status = new Cell<LinkStatus>({ state: 'connecting' })
  readonly room = new Cell<RoomState | null>(null)
  readonly peers = new Cell<RemotePeer[]>([])
  readonly attention = new Cell<Attention | null>(null)
  readonly incidents = new Cell<Incidents | null>(null)
  /** What the candidate's device saw last; null until it shows something. */
  readonly overlay = new Cell<Overlay | null>(null)
  readonly silences = new Cell<Silences | null>(null)
  readonly pending = new Cell(0)
  readonly space: Cell<Space>
  readonly workspace: Workspace

  readonly #cleanups: (() => void)[] = []

  private constructor(
    readonly entry: RoomEntry,
    readonly link: LiveLink,
    readonly queue: EvidenceQueue,
    readonly call: Call,
    local: LocalMedia,
  ) {
    const { room_session_id: roomSession, participant_id: me } = entry
    this.space = new Cell(queue.space)
    this.workspace = new Workspace({ link, queue, room: this.room, roomSession, me })
    this.#cleanups.push(
      noteMedia(local, queue),
      link.onStatus((status) => this.status.set(status)),
      link.on('rooms.room_state', (state) => this.room.set(state)),
      link.on('rooms.silence_state', (state) => this.silences.set(state)),
      link.on('proctoring.attention_state', (state) => this.attention.set(state)),
      link.on('proctoring.incidents_state', (state) => this.incidents.set(state)),
      link.on('proctoring.overlay_state', (state) => this.overlay.set(state)),
      call.onPeers((peers) => this.peers.set(peers)),
      queue.onPending((pending) => this.pending.set(pending)),
      queue.onSpace((space) => this.space.set(space)),
    )
  }

  /** Enters by the desk, opens this browser's stream and the socket. Throws `OtherTabWrites` or a problem. */
  static async enter(enter: EnterRoom, local: LocalMedia, takeOver = false): Promise<RoomClient> {
    let takenOver: () => void = () => undefined
    let entry = await enter()
    let firstTicket: string | undefined = entry.ticket
    const renew = async () => {
      if (firstTicket) {
        const ticket = firstTicket
        firstTicket = undefined
        return ticket
      }
      entry = await enter()
      return entry.ticket
    }
    const link = createLink({ roomSession: entry.room_session_id, getTicket: renew })
    const queue = await openEvidenceQueue({
      roomSession: entry.room_session_id,
      participant: entry.participant_id,
      link,
      takeOver,
      onTakenOver: () => takenOver(),
    })
    const call = createMeshCall({
      link,
      me: entry.participant_id,
      local,
      iceServers: entry.ice_servers,
      refreshIceServers: async () => (await enter()).ice_servers,
      relayOnly: entry.relay_only,
      onConnection: (change) => note(queue, change),
    })
    const client = new RoomClient(entry, link, queue, call, local)
    takenOver = () => client.onTakenOver()
    link.open()
    return client
  }

  /** To interviewers, while it happens; lost where the link is down, and beyond some times a second. */
  showOverlay(shown: Shown): void {
    this.link.send({ type: 'proctoring.show_overlay', ...shown })
  }

  /** Hangs up and delivers what is left; while something is, the socket stays open and goes on trying. */
  async finish(reason: string): Promise<void> {
    this.call.close()
    this.workspace.flush()
    try {
      await this.queue.finish(reason)
      this.leave()
    } catch (error) {
      if (!(error instanceof NotAcknowledged)) throw error
    }
  }

  /** Hangs up and closes the socket; entries that are left are sent the next time. */
  leave(): void {
    this.call.close()
    this.workspace.close()
    for (const cleanup of this.#cleanups.splice(0)) cleanup()
    this.link.close()
    void this.queue.stop()
  }

  private onTakenOver(): void {
    this.leave()
    this.status.set({ state: 'refused', code: 'other_tab' })
  }
}
