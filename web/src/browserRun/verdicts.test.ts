import { expect, test } from 'vitest'

import type { Ended } from './interpreter'
import { difference, judged, summedUp } from './verdicts'

const ENDED: Ended = {
  how: 'exited',
  exit: 0,
  wall_ms: 7,
  memory_kb: 20_480,
  stdout: '',
  stderr: '',
  messages: [],
  complaint: '',
}
const FIVE = { name: 'five', stdin: '2 3', expected: '5\n' }

test.each([
  ['5\n', '5', null],
  ['5  \n\n\n', '5\n', null],
  ['', '\n', null],
  [' 5', '5', { line: 1, expected: '5', printed: ' 5' }],
  ['1\n3\n', '1\n2\n', { line: 2, expected: '2', printed: '3' }],
  ['1\n', '1\n2\n', { line: 2, expected: '2', printed: null }],
  ['1\n2\n', '1\n', { line: 2, expected: null, printed: '2' }],
  ['x'.repeat(300), '', { line: 1, expected: '', printed: 'x'.repeat(200) }],
])('%j beside %j: white space at the ends of lines does not count', (printed, expected, differs) => {
  expect(difference(printed, expected)).toEqual(differs)
})

test.each([
  [{ stdout: '5' }, 'AC'],
  [{ stdout: '6' }, 'WA'],
  [{ stdout: '5', exit: 3 }, 'RTE'],
  [{ stdout: '5', how: 'time' }, 'TLE'],
  [{ stdout: '5', how: 'memory' }, 'MLE'],
  [{ stdout: '5', how: 'output' }, 'OLE'],
  [{ stdout: '5', how: 'stopped' }, 'RTE'],
  [{ how: 'uncompiled' }, 'CE'],
  [{ how: 'broken' }, 'IE'],
] as const)('%j is %s', (end, verdict) => {
  expect(judged(FIVE, { ...ENDED, ...end }).result.verdict).toBe(verdict)
})

test('without anything expected a program that ends well is right', () => {
  const plain = { name: '', stdin: '' }
  expect(judged(plain, { ...ENDED, stdout: 'anything' }).result).toMatchObject({
    verdict: 'AC',
    differs: null,
  })
})

test('the first case that is not right decides, and the longest and the largest count', () => {
  const right = judged(FIVE, { ...ENDED, stdout: '5', wall_ms: 90 })
  const late = judged(FIVE, { ...ENDED, stdout: 'late', how: 'output', memory_kb: 30_000 })
  const wrong = judged(FIVE, { ...ENDED, stdout: '6' })
  expect(summedUp([right, late, wrong])).toMatchObject({
    verdict: 'OLE',
    stdout: 'late',
    truncated: true,
    time_ms: 90,
    memory_kb: 30_000,
    cases: [{ verdict: 'AC' }, { verdict: 'OLE' }, { verdict: 'WA' }],
  })
})
