/** Code to read: the same look as where it is written, and, where it matters, who typed what. No React. */

import { EditorState, type Extension, RangeSetBuilder, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, lineNumbers } from '@codemirror/view'

import type { Language } from './contracts'
import { codeLook } from './editorLook'
import { type Moment, roleOf } from './replay'

const MARKS = {
  candidate: Decoration.mark({ class: 'cm-by-candidate' }),
  interviewer: Decoration.mark({ class: 'cm-by-interviewer' }),
}

const UNDERLINE = { textDecorationThickness: '2px', textUnderlineOffset: '3px' }

const authorLook = EditorView.theme({
  '.cm-by-candidate': { textDecoration: 'underline solid var(--notice-mark)', ...UNDERLINE },
  '.cm-by-interviewer': { textDecoration: 'underline dotted var(--evidence-mark)', ...UNDERLINE },
})

const authorsChanged = StateEffect.define<string>()

const authorship = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (marks, change) =>
    change.effects.reduce(
      (before, effect) => (effect.is(authorsChanged) ? marksOf(effect.value) : before),
      marks.map(change.changes),
    ),
  provide: (field) => EditorView.decorations.from(field),
})

function marksOf(authors: string): DecorationSet {
  const marks = new RangeSetBuilder<Decoration>()
  for (let from = 0, to = 0; from < authors.length; from = to) {
    while (to < authors.length && authors[to] === authors[from]) to++
    const role = roleOf(authors[from] ?? '')
    if (role) marks.add(from, to, MARKS[role])
  }
  return marks.finish()
}

export function createCodeView(parent: HTMLElement, language: Language, label: string): EditorView {
  const extensions: Extension = [
    lineNumbers(),
    EditorView.lineWrapping,
    EditorState.readOnly.of(true),
    EditorView.contentAttributes.of({ 'aria-label': label, 'aria-readonly': 'true', tabindex: '0' }),
    codeLook(language),
    authorLook,
    authorship,
  ]
  return new EditorView({ state: EditorState.create({ extensions }), parent })
}

/** Shows another state of the text, and brings what changed into view. */
export function showMoment(view: EditorView, { text, authors }: Moment): void {
  const before = view.state.doc.toString()
  const start = sharedStart(before, text)
  const end = sharedEnd(before, text, start)
  const isChanged = before !== text
  view.dispatch({
    changes: { from: start, to: before.length - end, insert: text.slice(start, text.length - end) },
    effects: [
      authorsChanged.of(authors),
      ...(isChanged && before ? [EditorView.scrollIntoView(start, { y: 'nearest', yMargin: 40 })] : []),
    ],
  })
}

function sharedStart(one: string, other: string): number {
  let length = 0
  while (length < one.length && one[length] === other[length]) length++
  return length
}

function sharedEnd(one: string, other: string, start: number): number {
  const most = Math.min(one.length, other.length) - start
  let length = 0
  while (length < most && one[one.length - 1 - length] === other[other.length - 1 - length]) length++
  return length
}
