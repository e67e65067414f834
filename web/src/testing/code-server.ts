/** A live server that holds documents, for tests: commits edits, tells everybody, answers who opens one. */

import * as Y from 'yjs'

import { LiveLog } from './live-log'
import { LiveServer } from './live-server'
import type { Downward, Payload, Upward } from '@/api/messages'
import { fromBase64, toBase64 } from '@/lib/base64'

type AppendEntries = Extract<Upward, { type: 'evidence.append' }>

export class CodeServer extends LiveServer {
  readonly log = new LiveLog()
  readonly #documents = new Map<string, Y.Doc>()

  override answer = (message: Upward): Downward[] => {
    if (message.type === 'evidence.append') return this.#append(message)
    if (message.type === 'coding.open_document') return [this.#stateOf(message.document)]
    if (message.type === 'coding.set_cursor') {
      const { document, state } = message
      this.tell({ type: 'coding.cursor_state', document, participant: 'somebody', state })
    }
    return this.greet(message)
  }

  /** The edits in the log, in the order of the streams' beginnings. */
  get edits() {
    return this.log.payloads.filter((payload) => payload.kind === 'coding.document_edited')
  }

  textOf(document: string): string {
    return this.#docOf(document).getText('code').toJSON()
  }

  start(document: string, text: string): void {
    this.#docOf(document).getText('code').insert(0, text)
  }

  tell(message: Downward): void {
    for (const socket of this.sockets) if (socket.readyState === 1) socket.deliver(message)
  }

  #append(message: AppendEntries): Downward[] {
    const stored = () => this.log.streams.get(message.stream) ?? []
    const before = stored().length
    const answers = this.log.append(message)
    for (const { payload } of stored().slice(before)) this.#commit(payload as Payload)
    return answers
  }

  #commit(payload: Payload): void {
    if (payload.kind !== 'coding.document_edited') return
    const { document, update } = payload
    Y.applyUpdate(this.#docOf(document), fromBase64(update))
    this.tell({ type: 'coding.document_update_state', document, author: 'somebody', update })
  }

  #stateOf(document: string): Downward {
    const update = toBase64(Y.encodeStateAsUpdate(this.#docOf(document)))
    return { type: 'coding.document_state', document, update }
  }

  #docOf(document: string): Y.Doc {
    const doc = this.#documents.get(document) ?? new Y.Doc()
    this.#documents.set(document, doc)
    return doc
  }
}
