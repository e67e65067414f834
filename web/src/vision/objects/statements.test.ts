import { describe, expect, test } from 'vitest'

import type { Sighting, Statement } from '../contracts'
import type { Box } from '../geometry'

import { mayBeAHand } from './hands'
import { ObjectStatements } from './statements'
import { FACE, makePhone } from './testing'
import { agreed } from './votes'

const PHONE = makePhone()
const BOOK: Sighting = {
  label: 'book',
  countsAs: 'book',
  score: 0.5,
  box: { x: 300, y: 300, width: 80, height: 60 },
}

/** Neighbouring statements of one value as one: value, from, to. */
function told(frames: readonly Sighting[][], face?: Box, everyMs = 500): [string, number, number][] {
  const maker = new ObjectStatements()
  const said = frames.flatMap((frame, index) => maker.observe(frame, face, index * everyMs))
  return merged([...said, ...maker.flush()])
}

function merged(statements: readonly Statement[]): [string, number, number][] {
  const spans: [string, number, number][] = []
  for (const { value, atMs, durationMs } of statements) {
    const last = spans.findLast(([word]) => word === value)
    if (last?.[2] === atMs - durationMs) last[2] = atMs
    else spans.push([value, atMs - durationMs, atMs])
  }
  return spans
}

describe('votes', () => {
  test('three of six frames that agree are one object at its surest', () => {
    const surest = makePhone(105, 0.6)
    expect(agreed([[PHONE], [], [surest], [], [makePhone(98)]])).toEqual([surest])
  })

  test('two are too few, and old ones do not count', () => {
    expect(agreed([[PHONE], [PHONE], [], []])).toEqual([])
    expect(agreed([[PHONE], [PHONE], [], [], [], [], [PHONE]])).toEqual([])
  })

  test('boxes apart, and two in one frame, do not agree', () => {
    expect(agreed([[makePhone(0)], [makePhone(100)], [makePhone(200)]])).toEqual([])
    expect(agreed([[PHONE, makePhone(104)], [PHONE]])).toEqual([])
  })
})

test('a phone at the face may be a hand', () => {
  expect(mayBeAHand(PHONE, FACE)).toBe(true)
  expect(mayBeAHand(PHONE, undefined)).toBe(false)
  expect(mayBeAHand(makePhone(0), FACE)).toBe(false)
  expect(mayBeAHand({ ...BOOK, box: PHONE.box }, FACE)).toBe(false)
})

describe('statements', () => {
  test('of nothing it is said that there is nothing', () => {
    expect(told(Array.from({ length: 9 }, () => []))).toEqual([['none', 0, 2500]])
  })

  test('what frames agree on is said of their middle, and the time is tiled', () => {
    const frames = [[], [], [], [PHONE], [PHONE], [PHONE], [PHONE], [], [], [], [], []]
    expect(told(frames)).toEqual([
      ['none', 0, 1000],
      ['phone', 1000, 3250],
      ['none', 3250, 4000],
    ])
  })

  test('a flicker is not said', () => {
    expect(told([[], [PHONE], [], [], [PHONE], [], [], []])).toEqual([['none', 0, 2000]])
  })

  test('each thing has statements of its own', () => {
    const frames = [
      ...Array.from({ length: 4 }, () => [PHONE]),
      ...Array.from({ length: 6 }, () => [PHONE, BOOK]),
    ]
    expect(told(frames).sort()).toEqual([
      ['book', 1250, 3000],
      ['none', 0, 250],
      ['phone', 250, 3000],
    ])
  })

  test('a phone at the face is a hand or a phone', () => {
    expect(
      told(
        Array.from({ length: 6 }, () => [PHONE]),
        FACE,
      )[0],
    ).toEqual(['hand_or_phone', 250, 1000])
  })

  test('confidence is the share of frames that agree', () => {
    const maker = new ObjectStatements()
    const frames = [[PHONE], [], [PHONE], [], [PHONE], [PHONE], []]
    const said = frames.flatMap((frame, index) => maker.observe(frame, undefined, index * 500))
    const phones = said.filter(({ value }) => value === 'phone')
    expect(phones.map(({ confidence }) => Number(confidence.toFixed(3)))).toEqual([0.5, 0.583])
    expect(maker.agreed).toEqual([PHONE])
  })

  test('after a gap the votes begin anew; two seconds are none', () => {
    expect(told([[PHONE], [PHONE], [PHONE]], undefined, 5000)).toEqual([])
    expect(
      told(
        Array.from({ length: 5 }, () => [PHONE]),
        undefined,
        2000,
      ).sort(),
    ).toEqual([
      ['none', 0, 1000],
      ['phone', 1000, 4000],
    ])
  })
})
