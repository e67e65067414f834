/** The exercises of one talk, their runs and their texts, without React. Texts are fetched when first opened. */

import { Cell } from '@/lib/cell'
import { formatList } from '@/lib/locale'
import { note } from '@/live/note'

import { BrowserRuns } from './browserRuns'
import { type Assignment, documentOf, type Language, type Talk, type WorkspaceState } from './contracts'
import type { CodeDocument } from './document'

export type Output = { stdout: string; stderr: string }

/** As much of a stream as a page keeps; a program that prints more is ended. */
const MAX_OUTPUT = 65_536

export class Workspace {
  readonly state = new Cell<WorkspaceState | null>(null)
  /** Titles of exercises that came while this page was open. */
  readonly news = new Cell('')
  /** What programs printed while this page looked on, by run. */
  readonly outputs = new Cell<ReadonlyMap<string, Output>>(new Map())
  /** For where no server can run anything. */
  readonly browser = new BrowserRuns()
  /** The assignment that this page shows; where it names none that exists, the first. */
  readonly chosen = new Cell('')
  readonly #documents = new Map<string, CodeDocument>()
  readonly #cleanups: (() => void)[]
  #isClosed = false

  constructor(readonly talk: Talk) {
    const { link } = talk
    this.#cleanups = [
      link.on('coding.workspace_state', (state) => this.#receive(state)),
      link.on('coding.run_output_state', ({ run, stream, text }) => this.#print(run, stream, text)),
    ]
  }

  /** The text of an exercise in one language; it stays open, with what can be undone, as long as the talk. */
  async open(id: string): Promise<CodeDocument | undefined> {
    const { CodeDocument } = await import('./document')
    if (this.#isClosed) return undefined
    const document = this.#documents.get(id) ?? new CodeDocument(id, this.talk)
    this.#documents.set(id, document)
    return document
  }

  /** Resolves once the server has everything that was typed here: what runs then is what is seen. Rejects with
   *  `NotAcknowledged` after the limit. */
  async settle(limitMs: number): Promise<void> {
    this.flush()
    await this.talk.queue.flush(limitMs)
  }

  /** Hands what was typed last to the evidence queue. */
  flush(): void {
    for (const document of this.#documents.values()) document.flush()
  }

  /** For both sides. What was written in the other language stays there. */
  choose(assignment: Assignment, language: Language): void {
    const { id } = assignment
    this.#documents.get(documentOf(assignment, assignment.language))?.flush()
    note(this.talk.queue, { kind: 'coding.language_chosen', assignment: id, language })
  }

  close(): void {
    this.#isClosed = true
    this.browser.close()
    for (const document of this.#documents.values()) document.close()
    for (const cleanup of this.#cleanups) cleanup()
  }

  #receive(state: WorkspaceState): void {
    const known = this.state.get()?.assignments.map(({ id }) => id)
    const fresh = known ? state.assignments.filter(({ id }) => !known.includes(id)) : []
    this.state.set(state)
    if (fresh.length > 0) this.news.set(formatList(fresh.map(({ title }) => title)))
  }

  #print(run: string, stream: keyof Output, text: string): void {
    const before = this.outputs.get().get(run) ?? { stdout: '', stderr: '' }
    const after = { ...before, [stream]: (before[stream] + text).slice(0, MAX_OUTPUT) }
    this.outputs.set(new Map([...this.outputs.get(), [run, after]]))
  }
}
