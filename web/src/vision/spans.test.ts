import { describe, expect, test } from 'vitest'

import type { Statement } from './contracts'
import { mostFrequent, Spans, type Kind } from './spans'

const KIND: Kind<string> = {
  observed: 'gaze',
  same: (settled, value) => settled === value,
  changed: (pending, heldMs) => pending.length >= 2 && heldMs >= 250,
  gather: mostFrequent,
  word: (value) => value,
}

/** One sample every 100 ms, one letter each; a space is no sample. */
function statementsOf(letters: string, everyMs = 100): Statement[] {
  const spans = new Spans(KIND)
  const observed = Array.from(letters).flatMap((value, index) =>
    value === ' ' ? [] : spans.observe({ atMs: index * everyMs + 0.3, value, confidence: 0.9 }),
  )
  return [...observed, ...spans.flush()]
}

/** Neighbouring spans of one value as one: [from, to, value]. */
function merged(statements: readonly Statement[]): [number, number, string][] {
  const spans: [number, number, string][] = []
  for (const { atMs, durationMs, value } of statements) {
    const last = spans.at(-1)
    if (last?.[1] === atMs - durationMs && last[2] === value) last[1] = atMs
    else spans.push([atMs - durationMs, atMs, value])
  }
  return spans
}

describe('spans', () => {
  test('a change is dated back to when it began', () => {
    expect(merged(statementsOf('ccccccccllllllllcccccccc'))).toEqual([
      [0, 750, 'c'],
      [750, 1550, 'l'],
      [1550, 2300, 'c'],
    ])
  })

  test('what is too short to count is not said, and no time is lost over it', () => {
    expect(merged(statementsOf('cccccccclccccccllcccc'))).toEqual([[0, 2000, 'c']])
  })

  test('a flicker between two others is still a change', () => {
    const [first, second] = merged(statementsOf('ccccccccluluulllllll'))
    expect(first).toEqual([0, 750, 'c'])
    expect(second?.[0]).toBe(750)
  })

  test('spans tile the observed time whatever is seen, with at most 600 ms of silence', () => {
    let seed = 7
    const chance = () => (seed = (seed * 16807) % 2147483647) / 2147483647
    const spans = new Spans(KIND)
    let [saidAtMs, endMs, atMs] = [0, 0, 0]
    for (let sample = 0; sample < 3000; sample++) {
      atMs += 80 + chance() * 40
      const value = 'cclu'[Math.floor(chance() * 4)] ?? 'c'
      const statements = spans.observe({ atMs, value, confidence: 1 })
      for (const statement of statements) {
        if (endMs) expect(statement.atMs - statement.durationMs).toBe(endMs)
        expect(statement.durationMs).toBeGreaterThan(0)
        endMs = statement.atMs
      }
      if (statements.length) saidAtMs = atMs
      else if (saidAtMs) expect(atMs - saidAtMs).toBeLessThan(600)
    }
  })

  test('nothing is said of a time in which nothing was observed', () => {
    expect(merged(statementsOf('cccccc                cccccc'))).toEqual([
      [0, 500, 'c'],
      [2200, 2700, 'c'],
    ])
  })

  test('a change that was still unsure when observation ended is left unsaid', () => {
    expect(merged(statementsOf('cccccccll'))).toEqual([[0, 650, 'c']])
  })
})
