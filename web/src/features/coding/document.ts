/**
 * One text that everybody in the talk writes at once: a Yjs document whose updates are entries of the log.
 *
 * What is typed here goes into this browser's evidence queue, which keeps it through offline times and reloads and
 * sends it in order; what is committed, by whomever, comes back over the link. Both may come twice and in any order.
 */

import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'

import { fromBase64, toBase64 } from '@/lib/base64'
import { Cell } from '@/lib/cell'
import { Listeners } from '@/lib/listeners'
import type { Downwards } from '@/live/contracts'
import { note } from '@/live/note'

import type { Talk } from './contracts'
import { shareCursors } from './cursors'

/** While somebody types fast, what they type goes out this often. */
const GATHER_MS = 100
/** Of one edit in base64; the server takes no more. */
const MAX_UPDATE_CHARS = 48_000
/** Marks what did not come from this page's keyboard. */
const REMOTE = Symbol('remote')
/** Refusals that the queue mends by itself. */
const PASSING_REFUSALS = ['out_of_order', 'stream_conflict']

/** This page's copy. A copy that cannot be kept in step is left for a new one. */
export interface Replica {
  readonly text: Y.Text
  readonly awareness: Awareness
  readonly undo: Y.UndoManager
}

type Doubt =
  /** An entry of this page was refused: the server may lack a part. */
  | 'suspected'
  /** It did lack a part, which was sent once more. */
  | 'resent'

export class CodeDocument {
  readonly replica: Cell<Replica>
  /** Nobody writes before the first state came, or two beginnings would be merged. */
  readonly isOpen = new Cell(false)
  readonly #takenBack = new Listeners<void>()
  readonly #gathered: Uint8Array[] = []
  readonly #cleanups: (() => void)[]
  #gathering: ReturnType<typeof setTimeout> | undefined
  #forgetReplica: () => void = () => undefined
  #doubt: Doubt | undefined

  constructor(
    readonly id: string,
    readonly talk: Talk,
  ) {
    const { link, queue } = talk
    this.replica = new Cell(this.#begin())
    const onHide = () => document.visibilityState === 'hidden' && this.flush()
    window.addEventListener('pagehide', this.flush)
    document.addEventListener('visibilitychange', onHide)
    this.#cleanups = [
      link.onStatus(({ state }) => state === 'open' && this.#ask()),
      link.on('coding.document_state', (state) => this.#receiveAll(state)),
      link.on('coding.document_update_state', (state) => this.#receive(state)),
      link.on('evidence.refused_state', ({ refusals }) => {
        if (refusals.some(({ code }) => !PASSING_REFUSALS.includes(code))) this.#suspect()
      }),
      link.on('live.message_refused_state', ({ code }) => code === 'message_too_large' && this.#suspect()),
      queue.onSpace((space) => space === 'full' && this.#suspect()),
      queue.onPending((pending) => pending === 0 && this.#doubt && this.#ask()),
      () => window.removeEventListener('pagehide', this.flush),
      () => document.removeEventListener('visibilitychange', onHide),
    ]
    this.#ask()
  }

  /** The server did not take an edit of this page, and the text stands again as the others have it. */
  onTakenBack(listener: () => void): () => void {
    return this.#takenBack.add(listener)
  }

  /** Hands what was typed last to the evidence queue. */
  readonly flush = (): void => {
    clearTimeout(this.#gathering)
    this.#gathering = undefined
    const gathered = this.#gathered.splice(0)
    if (gathered.length > 0) this.#note(Y.mergeUpdates(gathered), gathered)
  }

  close(): void {
    this.flush()
    this.#forgetReplica()
    for (const cleanup of this.#cleanups) cleanup()
  }

  #begin(state?: Uint8Array): Replica {
    this.#forgetReplica()
    const doc = new Y.Doc()
    if (state) Y.applyUpdate(doc, state, REMOTE)
    const text = doc.getText('code')
    const awareness = new Awareness(doc)
    const undo = new Y.UndoManager(text)
    const stopSharing = shareCursors(awareness, this.id, this.talk)
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== REMOTE) this.#gather(update)
    })
    this.#forgetReplica = () => {
      stopSharing()
      undo.destroy()
      awareness.destroy()
      doc.destroy()
    }
    return { text, awareness, undo }
  }

  get #doc(): Y.Doc {
    return this.replica.get().awareness.doc
  }

  #ask(): void {
    this.talk.link.send({ type: 'coding.open_document', document: this.id })
  }

  #receive({ document, update }: Downwards['coding.document_update_state']): void {
    if (document === this.id) Y.applyUpdate(this.#doc, fromBase64(update), REMOTE)
  }

  #receiveAll({ document, update }: Downwards['coding.document_state']): void {
    if (document !== this.id) return
    const state = fromBase64(update)
    Y.applyUpdate(this.#doc, state, REMOTE)
    this.isOpen.set(true)
    this.#compare(state, this.#doubt ?? 'suspected')
  }

  /** The first letter goes at once, what follows within a moment goes together. */
  #gather(update: Uint8Array): void {
    this.#gathered.push(update)
    if (this.#gathering === undefined) this.#sendAndPause()
  }

  #sendAndPause(): void {
    this.flush()
    this.#gathering = setTimeout(() => {
      this.#gathering = undefined
      if (this.#gathered.length > 0) this.#sendAndPause()
    }, GATHER_MS)
  }

  /** One entry, or one for each part where together they are too long. */
  #note(update: Uint8Array, parts: readonly Uint8Array[] = []): void {
    const encoded = toBase64(update)
    if (encoded.length <= MAX_UPDATE_CHARS)
      note(this.talk.queue, { kind: 'coding.document_edited', document: this.id, update: encoded })
    else if (parts.length > 1) for (const part of parts) this.#note(part)
    else this.#suspect('resent')
  }

  #suspect(doubt: Doubt = 'suspected'): void {
    this.#doubt ??= doubt
    if (this.talk.queue.pending === 0) this.#ask()
  }

  /** Once everything is acknowledged, the server has the same text. What it lacks is sent once more, as the
   *  difference; lacked again, it is taken back, since all that is typed after it would hang in the air. */
  #compare(state: Uint8Array, doubt: Doubt): void {
    if (this.talk.queue.pending > 0 || this.#gathered.length > 0) return
    const theirs = new Y.Doc()
    Y.applyUpdate(theirs, state)
    const isSame = Y.equalSnapshots(Y.snapshot(this.#doc), Y.snapshot(theirs))
    this.#doubt = isSame || doubt === 'resent' ? undefined : 'resent'
    if (this.#doubt) this.#note(Y.encodeStateAsUpdate(this.#doc, Y.encodeStateVector(theirs)))
    else if (!isSame) this.#adopt(state)
    theirs.destroy()
  }

  #adopt(state: Uint8Array): void {
    this.replica.set(this.#begin(state))
    this.#takenBack.tell()
  }
}
