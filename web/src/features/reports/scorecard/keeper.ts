/** Keeps a scorecard: saves it as it is typed, tries again while there is no connection, puts two tabs together. */

import { FairviewProblem } from '@/api/problem'
import { Cell } from '@/lib/cell'

import { type Card, type Draft, draftOf, isSame, merge } from './draft'
import { keepsNothing, type UnsavedPlace } from './unsaved'

const AFTER_TYPING_MS = 700
const TRY_AGAIN_MS = 4000
const MOST_STEPS_BACK = 50

export type Keeping = {
  draft: Draft
  /** `waiting`: will be saved in a moment. `away`: no connection, kept here and tried again. */
  state: 'saved' | 'waiting' | 'saving' | 'away' | 'refused'
  problem: unknown
  canUndo: boolean
  /** Another tab had saved too, and both were put together. */
  wasMerged: boolean
  submittedAt: string | null
  /** What is here is what was submitted. */
  isSubmitted: boolean
}

/** The desk's side of it. */
export type CardStore = {
  load: () => Promise<Card>
  save: (version: number, draft: Draft) => Promise<Card>
  submit: (version: number) => Promise<Card>
}

export class ScorecardKeeper {
  readonly cell: Cell<Keeping>
  readonly #store: CardStore
  readonly #unsaved: UnsavedPlace
  #stored: Card
  #past: Draft[] = []
  #timer: number | undefined
  #saving: Promise<void> | undefined

  /** What an earlier load of this page could not save is taken in, and saved. */
  constructor(card: Card, store: CardStore, unsaved = keepsNothing) {
    this.#store = store
    this.#unsaved = unsaved
    this.#stored = card
    const left = unsaved.read()
    const draft = left ? merge(left.base, left.draft, draftOf(card)) : draftOf(card)
    this.cell = new Cell(this.#keeping({ draft, state: 'saved', wasMerged: false }))
    if (this.#isBehind()) this.type({})
    else unsaved.keep(undefined)
  }

  /** A choice or a note: it can be taken back. */
  change(part: Partial<Draft>): void {
    this.#past = [...this.#past, this.#draft].slice(-MOST_STEPS_BACK)
    this.type(part)
  }

  /** Words, whose taking back is the text field's own. */
  type(part: Partial<Draft>): void {
    this.#show({ draft: { ...this.#draft, ...part }, state: 'waiting', problem: undefined })
    this.#saveIn(AFTER_TYPING_MS)
  }

  undo(): void {
    const before = this.#past.at(-1)
    if (!before) return
    this.#past = this.#past.slice(0, -1)
    this.type(before)
  }

  /** Save now what is not saved yet. */
  flush = async (): Promise<void> => {
    window.clearTimeout(this.#timer)
    while (this.#isBehind() && this.cell.get().state !== 'refused') {
      this.#saving ??= this.#save().finally(() => (this.#saving = undefined))
      await this.#saving
      if (this.cell.get().state === 'away') return
    }
  }

  async submit(): Promise<void> {
    await this.flush()
    if (this.#isBehind()) throw this.cell.get().problem
    this.#stored = await this.#store.submit(this.#stored.version)
    this.#show({ state: 'saved' })
  }

  get #draft(): Draft {
    return this.cell.get().draft
  }

  #isBehind(): boolean {
    return !isSame(this.#draft, draftOf(this.#stored))
  }

  async #save(): Promise<void> {
    const sent = this.#draft
    this.#show({ state: 'saving' })
    try {
      const stored = await this.#store.save(this.#stored.version, sent)
      // The server's word on the version, and our own on the content: it may have ordered the fields anew.
      this.#stored = { ...stored, ...sent }
      this.#show({ state: this.#isBehind() ? 'waiting' : 'saved', problem: undefined })
    } catch (problem) {
      await this.#recover(problem)
    }
  }

  async #recover(problem: unknown): Promise<void> {
    const code = problem instanceof FairviewProblem ? problem.code : ''
    if (code === 'scorecard_changed') return this.#takeIn()
    const mayPass = problem instanceof FairviewProblem && (problem.status === 0 || problem.status >= 500)
    this.#show({ state: mayPass ? 'away' : 'refused', problem })
    if (mayPass) this.#saveIn(TRY_AGAIN_MS)
  }

  /** Another tab saved meanwhile: put its version and ours together, and save that. */
  async #takeIn(): Promise<void> {
    try {
      const theirs = await this.#store.load()
      const draft = merge(draftOf(this.#stored), this.#draft, draftOf(theirs))
      this.#stored = theirs
      this.#show({ draft, wasMerged: true, state: this.#isBehind() ? 'waiting' : 'saved' })
    } catch (problem) {
      this.#show({ state: 'away', problem })
      this.#saveIn(TRY_AGAIN_MS)
    }
  }

  #saveIn(ms: number): void {
    window.clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => void this.flush(), ms)
  }

  #show(change: Partial<Keeping>): void {
    this.cell.set(this.#keeping({ ...this.cell.get(), ...change }))
    this.#unsaved.keep(this.#isBehind() ? { base: draftOf(this.#stored), draft: this.#draft } : undefined)
  }

  #keeping(shown: Partial<Keeping> & { draft: Draft; state: Keeping['state']; wasMerged: boolean }): Keeping {
    const stored = this.#stored
    return {
      problem: undefined,
      ...shown,
      canUndo: this.#past.length > 0,
      submittedAt: stored.submitted_at,
      isSubmitted: stored.submitted_version === stored.version && isSame(shown.draft, draftOf(stored)),
    }
  }
}
