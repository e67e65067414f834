/**
 * The making of a text, step by step: every edit in the order of the log, and who typed what stands there.
 * Built once; any step is then reached from the nearest of the states kept on the way. Without React.
 */

import * as Y from 'yjs'

import { fromBase64 } from '@/lib/base64'

/**
 * One edit, or what the exercise began with: then `role` is server, otherwise candidate or interviewer.
 * `update` is a Yjs update (base64).
 */
export interface Step {
  at_ms: number
  role: string
  update: string
}

export interface Moment {
  text: string
  /** One letter for each character of the text: who typed it. */
  authors: string
}

interface Splice {
  at: number
  removed: number
  inserted: string
}

interface Change {
  author: string
  splices: Splice[]
}

const SERVER = 'server'
const KEEP_EVERY = 200
const EMPTY: Moment = { text: '', authors: '' }

const AUTHORS: Record<string, string> = { candidate: 'c', interviewer: 'i' }
/** Whose letter in `Moment.authors` it is; what the exercise began with is nobody's. */
export const roleOf = (letter: string): 'candidate' | 'interviewer' | undefined =>
  letter === 'c' ? 'candidate' : letter === 'i' ? 'interviewer' : undefined

export class Replay {
  readonly #changes: Change[]
  /** After 0, 200, 400… steps. */
  readonly #kept: Moment[] = []
  /** How many edits the first 0, 1, 2… steps hold. */
  readonly #edits: number[] = [0]

  constructor(readonly steps: readonly Step[]) {
    this.#changes = changesOf(steps)
    let moment = EMPTY
    this.#changes.forEach((change, index) => {
      if (index % KEEP_EVERY === 0) this.#kept.push(moment)
      moment = applied(moment, change)
    })
    let edits = 0
    for (const { role } of steps) this.#edits.push((edits += Number(role !== SERVER)))
  }

  get length(): number {
    return this.steps.length
  }

  /** How many of so many steps people made. */
  editsIn(count: number): number {
    return this.#edits[count] ?? 0
  }

  /** After so many steps. */
  after(count: number): Moment {
    const kept = Math.min(Math.floor(count / KEEP_EVERY), this.#kept.length - 1)
    const start = this.#kept[kept]
    if (!start) return EMPTY
    return this.#changes.slice(kept * KEEP_EVERY, count).reduce(applied, start)
  }

  /** How many steps were done at this time; the later of several at the same. */
  countAt(atMs: number): number {
    let [low, high] = [0, this.steps.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.steps[middle]?.at_ms ?? 0) <= atMs) low = middle + 1
      else high = middle
    }
    return low
  }
}

function changesOf(steps: readonly Step[]): Change[] {
  const doc = new Y.Doc()
  const text = doc.getText('code')
  let splices: Splice[] = []
  text.observe(({ delta }) => splices.push(...splicesOf(delta)))
  const changes = steps.map(({ role, update }) => {
    splices = []
    Y.applyUpdate(doc, fromBase64(update))
    return { author: AUTHORS[role] ?? '.', splices }
  })
  doc.destroy()
  return changes
}

function splicesOf(delta: Y.YTextEvent['delta']): Splice[] {
  const splices: Splice[] = []
  let at = 0
  for (const { retain = 0, insert, delete: removed = 0 } of delta) {
    at += retain
    const inserted = typeof insert === 'string' ? insert : ''
    if (removed || inserted) splices.push({ at, removed, inserted })
    at += inserted.length
  }
  return splices
}

function applied(before: Moment, { author, splices }: Change): Moment {
  return splices.reduce(
    ({ text, authors }, { at, removed, inserted }) => ({
      text: text.slice(0, at) + inserted + text.slice(at + removed),
      authors: authors.slice(0, at) + author.repeat(inserted.length) + authors.slice(at + removed),
    }),
    before,
  )
}
