import { describe, expect, test } from 'vitest'

import type { Reading, Statement } from './contracts'
import { StatementMaker } from './statements'
import { CENTRE, makeEmptyReading, makeReading, NEUTRAL } from './testing'

type Scene = [forMs: number, make: (atMs: number) => Reading]

/** What is said of eyes and blinks while these scenes are read every `stepMs`. */
function play(stepMs: number, ...scenes: Scene[]): Statement[] {
  const maker = new StatementMaker()
  maker.setNeutral(NEUTRAL)
  let atMs = 0
  const said = scenes.flatMap(([forMs, make]) => {
    const end = atMs + forMs
    const statements: Statement[] = []
    for (; atMs < end; atMs += stepMs) statements.push(...maker.observe(make(atMs)))
    return statements
  })
  return [...said, ...maker.flush()]
}

function spans(statements: readonly Statement[]): string[] {
  const lines: { value: string; ms: number }[] = []
  for (const { value, durationMs } of statements.filter(({ observed }) => observed === 'eyes')) {
    const last = lines.at(-1)
    if (last?.value === value) last.ms += durationMs
    else lines.push({ value, ms: durationMs })
  }
  return lines.map(({ value, ms }) => `${value} ${ms}`)
}

const blinks = (statements: readonly Statement[]) =>
  statements.filter(({ observed }) => observed === 'blinks')
const open = (atMs: number) => makeReading(atMs)
const shut = (atMs: number) => makeReading(atMs, { eyesOpen: 0.1 })
const bentDown = (atMs: number) => makeReading(atMs, { eyesOpen: 0.1, pitch: CENTRE.pitch - 20 })
const blinking = (everyMs: number, times: number): Scene[] =>
  Array.from({ length: times }, (): Scene[] => [
    [everyMs - 200, open],
    [200, shut],
  ]).flat()

describe('eyes', () => {
  test('shut for three seconds are closed for three seconds', () => {
    expect(spans(play(100, [2000, open], [3000, shut], [2000, open]))).toEqual([
      'open 1950',
      'closed 3000',
      'open 1950',
    ])
  })

  test('a blink is none', () => {
    expect(spans(play(100, [2000, open], [300, shut], [2000, open]))).toEqual(['open 4200'])
  })

  test.each<[string, (atMs: number) => Reading]>([
    ['nobody there', makeEmptyReading],
    ['a head bent down to the keys', bentDown],
    ['a head turned far', (atMs) => makeReading(atMs, { yaw: CENTRE.yaw + 40 })],
  ])('nothing is said of %s', (_, make) => {
    expect(spans(play(100, [2000, make]))).toEqual([])
  })

  test('nothing is said without the measure of open eyes', () => {
    expect(new StatementMaker().observe(shut(0)).map(({ observed }) => observed)).not.toContain('eyes')
  })
})

describe('blinks', () => {
  test('are told of every half minute: how many a minute, how much of it shut', () => {
    const [first, second, ...more] = blinks(play(50, ...blinking(4000, 16)))
    expect(first).toMatchObject({ value: '14,47', durationMs: 30_000 })
    expect(second?.value).toBe('16,53')
    expect(more).toEqual([])
  })

  test('are less certain when readings are far apart', () => {
    const [often, rarely] = [50, 300].map((stepMs) => blinks(play(stepMs, [31_000, open]))[0]?.confidence)
    expect(often).toBeCloseTo(0.99)
    expect(rarely).toBeCloseTo(0.495)
  })

  test('time without eyes in sight does not count', () => {
    const [told] = blinks(play(100, [20_000, open], [10_000, makeEmptyReading], [12_000, open]))
    expect(told?.durationMs).toBe(40_100)
  })

  test('too little of the eyes in a minute says nothing', () => {
    const glimpses = Array.from({ length: 20 }, (): Scene[] => [
      [2000, open],
      [4000, bentDown],
    ]).flat()
    expect(blinks(play(100, ...glimpses))).toEqual([])
  })
})
