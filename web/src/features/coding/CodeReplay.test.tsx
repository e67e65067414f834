import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'

import { CodeReplay } from './CodeReplay'
import type { Step } from './replay'
import { toBase64 } from '@/lib/base64'
import { show } from '@/testing/page'

const RUNS = [{ at_ms: 62_500, label: 'Examples: 2 of 3' }]

/** `pass`, typed letter by letter from the first minute on, a second each. */
function typed(): Step[] {
  const doc = new Y.Doc()
  const steps: Step[] = []
  doc.on('update', (update: Uint8Array) =>
    steps.push({ at_ms: 60_000 + 1000 * steps.length, role: 'candidate', update: toBase64(update) }),
  )
  const letters = ['p', 'a', 's', 's']
  letters.forEach((letter, at) => doc.getText('code').insert(at, letter))
  return steps
}

beforeEach(() => {
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList
})

const text = () => screen.getByLabelText('The code at this moment').textContent
const person = userEvent.setup()

test('it begins with the first edit and goes from edit to edit and to the run', async () => {
  await show(<CodeReplay steps={typed()} language="python" runs={RUNS} />)
  expect(text()).toBe('p')
  await person.click(screen.getByRole('button', { name: /Next edit/ }))
  expect(text()).toBe('pa')
  await person.click(screen.getByRole('button', { name: 'Next run' }))
  expect(text()).toBe('pas')
  expect(screen.getByText('1:02 Examples: 2 of 3')).toBeDefined()
  await person.keyboard('.')
  expect(text()).toBe('pass')
  await person.keyboard(',')
  expect(screen.getByText('Edit 3 of 4')).toBeDefined()
})

test('what the exercise began with is no edit', async () => {
  const doc = new Y.Doc()
  doc.getText('code').insert(0, '# ')
  const began = { at_ms: 59_000, role: 'server', update: toBase64(Y.encodeStateAsUpdate(doc)) }
  await show(<CodeReplay steps={[began, ...typed()]} language="python" runs={RUNS} />)
  expect(screen.getByText('Edit 0 of 4')).toBeDefined()
  await person.keyboard('.')
  await person.click(screen.getByRole('button', { name: /Next edit/ }))
  expect(screen.getByText(/Edit [12] of 4/)).toBeDefined()
})

test('played, it types itself and stops at the end', async () => {
  vi.useFakeTimers()
  try {
    await show(<CodeReplay steps={typed()} language="python" runs={[]} />)
    act(() => screen.getByRole('button', { name: 'Play' }).click())
    act(() => void vi.advanceTimersByTime(1100))
    expect(text()).toBe('pa')
    act(() => void vi.advanceTimersByTime(5000))
    expect(text()).toBe('pass')
    expect(screen.getByRole('button', { name: 'Play' })).toBeDefined()
  } finally {
    vi.useRealTimers()
  }
})

test('without an edit it says so', async () => {
  await show(<CodeReplay steps={[]} language="python" runs={[]} />)
  expect(screen.getByText('Nothing was written.')).toBeDefined()
})
