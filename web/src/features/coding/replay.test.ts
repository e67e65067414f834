// @vitest-environment node
import { expect, test } from 'vitest'
import * as Y from 'yjs'

import { Replay, type Step } from './replay'
import { toBase64 } from '@/lib/base64'

/** People who write one text; each of their edits becomes a step, one a second. */
function writing() {
  const steps: Step[] = []
  const docs = new Map<string, Y.Doc>()
  const docOf = (role: string) => {
    const doc = docs.get(role) ?? new Y.Doc()
    if (!docs.has(role))
      doc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin === null) add(role, doc, update)
      })
    docs.set(role, doc)
    return doc
  }
  const add = (role: string, from: Y.Doc, update: Uint8Array) => {
    steps.push({ at_ms: steps.length * 1000, role, update: toBase64(update) })
    for (const doc of docs.values()) if (doc !== from) Y.applyUpdate(doc, update, 'told')
  }
  for (const role of ['server', 'candidate', 'interviewer']) docOf(role)
  return { steps, textOf: (role: string) => docOf(role).getText('code') }
}

test('each step shows the text as it stood, and who typed what', () => {
  const { steps, textOf } = writing()
  textOf('server').insert(0, 'start\n')
  textOf('candidate').insert(6, 'abc')
  textOf('interviewer').insert(7, 'XY')
  textOf('candidate').delete(0, 6)
  const replay = new Replay(steps)
  expect(replay.after(0)).toEqual({ text: '', authors: '' })
  expect(replay.after(1)).toEqual({ text: 'start\n', authors: '......' })
  expect(replay.after(3)).toEqual({ text: 'start\naXYbc', authors: '......ciicc' })
  expect(replay.after(4)).toEqual({ text: 'aXYbc', authors: 'ciicc' })
  expect([0, 1, 2, 4].map((count) => replay.editsIn(count))).toEqual([0, 0, 1, 3])
})

test('a time leads to the steps that were done by then', () => {
  const { steps, textOf } = writing()
  for (const letter of 'abcd') textOf('candidate').insert(0, letter)
  const replay = new Replay(steps)
  expect([-1, 0, 999, 1000, 2500, 9000].map((at) => replay.countAt(at))).toEqual([0, 1, 1, 2, 3, 4])
})

test('an edit that arrived before the one it builds on changes nothing until that is there', () => {
  const { steps, textOf } = writing()
  textOf('candidate').insert(0, 'a')
  textOf('candidate').insert(1, 'b')
  const swapped = new Replay([steps[1], steps[0]].filter((step) => step !== undefined))
  expect([1, 2].map((count) => swapped.after(count).text)).toEqual(['', 'ab'])
})

test('five thousand steps: any of them equals the text built from the beginning', () => {
  const doc = new Y.Doc()
  const steps: Step[] = []
  doc.on('update', (update: Uint8Array) =>
    steps.push({ at_ms: steps.length, role: 'candidate', update: toBase64(update) }),
  )
  const text = doc.getText('code')
  const seen = new Map([1, 199, 200, 201, 1000, 3777, 5000].map((count) => [count, '']))
  for (let count = 1; count <= 5000; count++) {
    const at = Math.max(0, text.length - (count % 40))
    if (count % 5 === 0) text.delete(Math.min(at, text.length - 1), 1)
    else text.insert(at, String(count % 10))
    if (seen.has(count)) seen.set(count, text.toJSON())
  }
  const replay = new Replay(steps)
  for (const [count, then] of seen) {
    expect(replay.after(count).text).toBe(then)
    expect(replay.after(count).authors).toHaveLength(replay.after(count).text.length)
  }
})
