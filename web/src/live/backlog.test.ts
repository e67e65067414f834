import { expect, test } from 'vitest'
import { Backlog } from './backlog'
import type { Payload } from '@/api/messages'

const note = (reason: string): Payload => ({ kind: 'evidence.gap_noted', lost: 0, reason })
const roomy = { entries: 200, bytes: 200_000 }

function filled(...epochs: string[]): Backlog {
  const backlog = new Backlog('stream', 1, [])
  epochs.forEach((epoch, index) => backlog.append(note(`${index}`), epoch, index))
  backlog.markWritten(epochs.length)
  return backlog
}

const numbers = (entries: readonly { number: number }[]) => entries.map(({ number }) => number)

test('numbers strictly from one and goes on where an earlier page stopped', () => {
  expect(numbers(filled('a', 'a', 'a').entries)).toEqual([1, 2, 3])
  expect(new Backlog('stream', 8, []).append(note(''), 'a', 0).number).toBe(8)
})

test('a batch holds one epoch, few enough entries, few enough bytes', () => {
  expect(numbers(filled('a', 'a', 'b').batch(roomy))).toEqual([1, 2])
  expect(numbers(filled('a', 'a', 'a').batch({ ...roomy, entries: 2 }))).toEqual([1, 2])
  expect(numbers(filled('a', 'a').batch({ ...roomy, bytes: 10 }))).toEqual([1])
})

test('what is not on disk yet is not sent', () => {
  const backlog = filled('a')
  backlog.append(note('new'), 'a', 9)
  expect(numbers(backlog.batch(roomy))).toEqual([1])
  expect(numbers(backlog.batch(roomy, 0, true))).toEqual([1, 2])
})

test('acknowledged entries leave; what was marked before is settled when they are gone', () => {
  const backlog = filled('a', 'a')
  const { mark } = backlog
  backlog.append(note('later'), 'a', 9)
  expect(backlog.acknowledge(1)).toBe(true)
  expect(backlog.isSettled(mark)).toBe(false)
  backlog.acknowledge(2)
  expect(backlog.isSettled(mark)).toBe(true)
  expect(backlog.pending).toBe(1)
  expect(backlog.acknowledge(2)).toBe(false)
})

test('a new stream begins with the note and keeps everything that waited', () => {
  const backlog = filled('a', 'a', 'a')
  backlog.acknowledge(1)
  const { mark } = backlog
  backlog.restart('other', note('stream_conflict'), 'a', 50)
  expect(backlog.entries.map(({ number, payload }) => [number, payload])).toEqual([
    [1, note('stream_conflict')],
    [2, note('1')],
    [3, note('2')],
  ])
  expect(backlog.append(note('after'), 'a', 60).number).toBe(4)
  backlog.acknowledge(2)
  expect(backlog.isSettled(mark)).toBe(false)
  backlog.acknowledge(3)
  expect(backlog.isSettled(mark)).toBe(true)
})

test('entries that a damaged store lost are counted', () => {
  const kept = (number: number) => ({ number, epoch: 'a', atUs: 0, payload: note('') })
  expect(new Backlog('stream', 6, [kept(2), kept(5)]).missing).toBe(2)
  expect(new Backlog('stream', 6, [kept(4), kept(5)]).missing).toBe(0)
  expect(new Backlog('stream', 6, []).missing).toBe(0)
})

test('what there is no space for is counted in one note, which is sent once there is space again', () => {
  const backlog = new Backlog('stream', 1, [], { entries: 5, bytes: 1_000_000 })
  const append = () => backlog.markWritten(backlog.append(note('x'), 'a', 0).number)
  const spaces = Array.from({ length: 8 }, () => (append(), backlog.space))
  expect(spaces).toEqual(['ample', 'ample', 'ample', 'low', 'low', 'full', 'full', 'full'])
  expect(backlog.entries.at(-1)).toMatchObject({
    number: 6,
    payload: { kind: 'evidence.gap_noted', lost: 3, reason: 'no_space' },
  })
  expect(numbers(backlog.batch(roomy))).toEqual([1, 2, 3, 4, 5])
  backlog.acknowledge(2)
  expect(backlog.space).toBe('low')
  expect(numbers(backlog.batch(roomy))).toEqual([3, 4, 5, 6])
  append()
  expect(backlog.entries.at(-1)).toMatchObject({ number: 7, payload: note('x') })
})

test('bytes are bounded too, and the last entry finds space always', () => {
  const backlog = new Backlog('stream', 1, [], { entries: 100, bytes: 200 })
  backlog.append(note('x'.repeat(200)), 'a', 0)
  backlog.append(note('y'), 'a', 1)
  expect(backlog.space).toBe('full')
  expect(backlog.appendAnyway(note('end'), 'a', 2)).toMatchObject({ number: 3, payload: note('end') })
  backlog.markWritten(3)
  expect(numbers(backlog.batch(roomy))).toEqual([1, 2, 3])
})
