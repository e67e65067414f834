/** How code looks, wherever it stands: our own colours, in light and dark by the tokens. */

import { javascript } from '@codemirror/lang-javascript'
import { python } from '@codemirror/lang-python'
import { SQLite, sql } from '@codemirror/lang-sql'
import { HighlightStyle, indentUnit, syntaxHighlighting } from '@codemirror/language'
import { EditorState, type Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

import { pageNonce } from '@/lib/nonce'

import type { Language } from './contracts'

const indented = (spaces: number) => [indentUnit.of(' '.repeat(spaces)), EditorState.tabSize.of(spaces)]

const GRAMMARS: Partial<Record<Language, () => Extension>> = {
  python: () => [python(), indented(4)],
  javascript: () => [javascript(), indented(2)],
  typescript: () => [javascript({ typescript: true }), indented(2)],
  sql: () => [sql({ dialect: SQLite, upperCaseKeywords: true }), indented(2)],
}
/** Other languages are plain text. */
const PLAIN = () => indented(4)

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: 'var(--evidence)' },
  { tag: [tags.string, tags.number, tags.bool, tags.null, tags.atom, tags.regexp], color: 'var(--accent)' },
  { tag: tags.comment, color: 'var(--ink-3)' },
  { tag: tags.invalid, color: 'var(--grave)' },
])

const look = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'var(--surface)', color: 'var(--ink)', fontSize: '0.8125rem' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '1.375rem', overflow: 'auto' },
  '.cm-content': { padding: '0.875rem 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 1rem 0 0.25rem' },
  '.cm-gutters': { backgroundColor: 'var(--surface)', color: 'var(--ink-3)', border: 'none' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '2.75rem', padding: '0 0.75rem 0 0.5rem' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLineGutter': { color: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in oklab, var(--focus) 24%, transparent)',
  },
  '&.cm-focused .cm-matchingBracket, .cm-matchingBracket': {
    backgroundColor: 'var(--accent-soft)',
    color: 'inherit',
  },
  '&.cm-focused .cm-nonmatchingBracket, .cm-nonmatchingBracket': {
    backgroundColor: 'var(--grave-soft)',
    color: 'inherit',
  },
})

export function codeLook(language: Language): Extension {
  const nonce = pageNonce()
  return [
    nonce ? EditorView.cspNonce.of(nonce) : [],
    look,
    syntaxHighlighting(colours),
    (GRAMMARS[language] ?? PLAIN)(),
  ]
}
