/** Where the others are in a document: carets and selections, passed on by the server and stored by nobody. */

import {
  applyAwarenessUpdate,
  type Awareness,
  encodeAwarenessUpdate,
  modifyAwarenessUpdate,
  removeAwarenessStates,
} from 'y-protocols/awareness'

import { fromBase64, toBase64 } from '@/lib/base64'

import type { Participant, Talk } from './contracts'

const SEND_EVERY_MS = 80

/** Who sent a state; as the origin of a change it also marks that it came from outside. */
class Sender {
  constructor(readonly participant: string) {}
}

interface Change {
  added: number[]
  updated: number[]
  removed: number[]
}

/** Returns the way to end it, which takes one's own caret off the others' pages. */
export function shareCursors(awareness: Awareness, document: string, talk: Talk): () => void {
  const { link, room, me } = talk
  const clientsOf = new Map<string, Set<number>>()
  const own = awareness.clientID
  let isChanged = false
  let pause: ReturnType<typeof setTimeout> | undefined
  let present = presentIn(talk)

  const send = () => {
    isChanged = false
    const state = toBase64(encodeAwarenessUpdate(awareness, [own]))
    link.send({ type: 'coding.set_cursor', document, state })
  }
  const sendSoon = () => {
    isChanged = true
    if (pause !== undefined) return
    send()
    pause = setTimeout(() => {
      pause = undefined
      if (isChanged) sendSoon()
    }, SEND_EVERY_MS)
  }
  const onChange = ({ added, updated, removed }: Change, origin: unknown) => {
    if (!(origin instanceof Sender)) {
      sendSoon()
      return
    }
    const clients = clientsOf.get(origin.participant) ?? new Set()
    for (const client of [...added, ...updated]) clients.add(client)
    for (const client of removed) clients.delete(client)
    clientsOf.set(origin.participant, clients)
  }
  const onRoom = () => {
    const before = present
    present = presentIn(talk)
    for (const [participant, clients] of clientsOf)
      if (!present.has(participant)) removeAwarenessStates(awareness, [...clients], new Sender(participant))
    if ([...present].some((participant) => !before.has(participant))) sendSoon()
  }
  awareness.on('update', onChange)
  const cleanups = [
    link.on('coding.cursor_state', ({ document: of, participant, state }) => {
      if (of !== document || participant === me) return
      const named = modifyAwarenessUpdate(
        fromBase64(state),
        (theirs: object | null) =>
          theirs && { ...theirs, user: identityOf(participant, room.get()?.participants ?? []) },
      )
      applyAwarenessUpdate(awareness, named, new Sender(participant))
    }),
    link.onStatus(({ state }) => state === 'open' && sendSoon()),
    room.watch(onRoom),
  ]
  return () => {
    clearTimeout(pause)
    for (const cleanup of cleanups) cleanup()
    awareness.off('update', onChange)
    awareness.setLocalState(null)
    send()
  }
}

function presentIn({ room }: Talk): Set<string> {
  const participants = room.get()?.participants ?? []
  return new Set(participants.filter((one) => one.is_connected).map(({ id }) => id))
}

/** The candidate is amber; interviewers are violet and green in turn. What a page says of itself is not asked. */
function identityOf(participant: string, all: readonly Participant[]) {
  const person = all.find(({ id }) => id === participant)
  const interviewers = all.filter(({ role }) => role === 'interviewer')
  const place = interviewers.findIndex(({ id }) => id === participant)
  const role = place < 0 ? 'notice' : place % 2 ? 'accent' : 'evidence'
  const color = `var(--${role}-mark)`
  return {
    name: person?.name.split(' ')[0] ?? '',
    color,
    colorLight: `color-mix(in oklab, ${color} 25%, transparent)`,
  }
}
