/** The editor in which one text is written together. No React. */

import { defaultKeymap, indentWithTab } from '@codemirror/commands'
import { bracketMatching, indentOnInput } from '@codemirror/language'
import { EditorState, type Extension, type TransactionSpec } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLineGutter, keymap, lineNumbers } from '@codemirror/view'
import { ySyncAnnotation, yCollab, yUndoManagerKeymap } from 'y-codemirror.next'

import { type Language, MAX_DOCUMENT, MAX_PASTE } from './contracts'
import type { Replica } from './document'
import { codeLook } from './editorLook'

export type Limit = 'paste' | 'document'

export interface EditorOptions {
  language: Language
  label: string
  /** Ids of what tells readers how to leave the editor. */
  describedBy: string
  onRun: () => void
  onLimit: (limit: Limit) => void
}

/** Names of the others stand above their carets. */
const carets = EditorView.theme({
  '.cm-ySelectionCaret': { borderLeftWidth: '1px', borderRightWidth: '1px' },
  '.cm-ySelectionCaretDot': { display: 'none' },
  '.cm-ySelectionInfo': {
    opacity: '1',
    top: '-0.9375rem',
    padding: '0 0.25rem',
    borderRadius: '3px 3px 3px 0',
    backgroundColor: 'inherit',
    color: 'var(--on-mark)',
    fontFamily: 'var(--font-sans)',
    fontSize: '0.625rem',
    lineHeight: '0.875rem',
    pointerEvents: 'none',
  },
  '.cm-line:first-child .cm-ySelectionInfo': { top: '1.25rem', borderRadius: '0 3px 3px 3px' },
})

export function createEditor(parent: HTMLElement, replica: Replica, options: EditorOptions): EditorView {
  const { text, awareness, undo } = replica
  const state = EditorState.create({
    doc: text.toJSON(),
    extensions: [
      lineNumbers(),
      highlightActiveLineGutter(),
      drawSelection(),
      bracketMatching(),
      indentOnInput(),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({
        'aria-label': options.label,
        'aria-describedby': options.describedBy,
        tabindex: '0',
      }),
      limits(options.onLimit),
      keymap.of([
        { key: 'Mod-Enter', run: () => (options.onRun(), true) },
        ...yUndoManagerKeymap,
        indentWithTab,
        ...defaultKeymap,
      ]),
      codeLook(options.language),
      carets,
      yCollab(text, awareness, { undoManager: undo }),
    ],
  })
  return new EditorView({ state, parent })
}

/** What comes in at once, and the whole text, stay within what one entry and one document hold. What others typed
 *  is never refused. */
function limits(onLimit: (limit: Limit) => void): Extension {
  return EditorState.transactionFilter.of((change) => {
    if (!change.docChanged || change.annotation(ySyncAnnotation)) return change
    let inserted = 0
    change.changes.iterChanges((_from, _to, _start, _end, text) => (inserted += text.length))
    const grows = change.newDoc.length > change.startState.doc.length
    const limit =
      inserted > MAX_PASTE ? 'paste' : grows && change.newDoc.length > MAX_DOCUMENT ? 'document' : undefined
    if (!limit) return change
    queueMicrotask(() => onLimit(limit))
    return [] satisfies TransactionSpec[]
  })
}
