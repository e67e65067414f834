import { expect, test } from 'vitest'

import { after, begun } from './browserRuns'
import type { Assignment } from './contracts'

const SUM: Assignment = {
  id: 'a1',
  exercise: 'sum',
  title: 'Sum',
  level: 'warm-up',
  minutes: 5,
  statement: '',
  languages: ['python'],
  language: 'python',
  examples: [{ name: 'five', stdin: '2 3', expected: '5' }],
  hidden_tests: 7,
}

test('a run in the browser goes the way of every run', () => {
  const queued = begun(SUM, 'run', 1)
  expect(queued).toMatchObject({ state: 'queued', inBrowser: true, total: 1 })
  const running = after(queued, { type: 'started' })
  const printing = ['on', 'e\n'].reduce(
    (run, text) => after(run, { type: 'output', stream: 'stdout', text, at_ms: 1 }),
    running,
  )
  expect(printing).toMatchObject({ state: 'running', stdout: 'one\n' })
  const result = {
    name: '',
    verdict: 'AC',
    time_ms: 4,
    wall_ms: 4,
    memory_kb: 9,
    differs: null,
    note: '',
  } as const
  const finished = after(printing, {
    type: 'finished',
    verdict: 'AC',
    cases: [result],
    time_ms: 4,
    wall_ms: 4,
    memory_kb: 9,
    stdout: 'one\n',
    stderr: '',
    exit: 0,
    truncated: false,
    reason: '',
    messages: [],
  })
  expect(finished).toMatchObject({ state: 'finished', verdict: 'AC', passed: 1, total: 1, stdout: 'one\n' })
})
