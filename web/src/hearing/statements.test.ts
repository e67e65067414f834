import { describe, expect, test } from 'vitest'

import type { Statement } from '@/vision/contracts'

import { SoundStatementMaker } from './statements'
import { CHUNK_MS } from './voice'

type Mouth = 'still' | 'talks' | 'unseen'

/** Chunks and sights of a mouth in a row, with what was said of them. */
class Room {
  readonly maker = new SoundStatementMaker()
  readonly said: Statement[] = []
  atMs = 0
  private sights = 0

  hear(ms: number, voice: number, mouth: Mouth, decibels = voice > 0.5 ? -20 : -60): void {
    for (const endMs = this.atMs + ms; this.atMs + CHUNK_MS <= endMs;) {
      this.atMs += CHUNK_MS
      if (this.atMs >= this.sights * 100) this.look(mouth)
      this.said.push(...this.maker.observe({ atMs: this.atMs, voice, decibels }))
    }
  }

  /** Neighbours of one value as one: value and length in whole tenths of a second. */
  get voices(): [string, number][] {
    const spans: [string, number][] = []
    for (const { observed, value, durationMs } of [...this.said, ...this.maker.flush()]) {
      if (observed !== 'voice') continue
      const last = spans.at(-1)
      if (last?.[0] === value) last[1] += durationMs
      else spans.push([value, durationMs])
    }
    return spans.map(([value, ms]) => [value, Math.round(ms / 100) / 10])
  }

  private look(mouth: Mouth): void {
    this.sights++
    const open = { still: 0.02, talks: this.sights % 2 ? 0.02 : 0.22, unseen: undefined }[mouth]
    this.maker.sawMouth(open, this.atMs)
  }
}

describe('whose voice it is', () => {
  test('own while the mouth moves, and the voice begins where it began', () => {
    const room = new Room()
    room.hear(2000, 0, 'still')
    room.hear(3000, 0.95, 'talks')
    room.hear(2000, 0, 'still')
    const [silence, own] = room.voices
    expect(silence).toEqual(['none', 2])
    expect(own?.[0]).toBe('own')
    // It ends a pause between words later.
    expect(own?.[1]).toBeCloseTo(3.2, 1)
  })

  test("another's after a second beside a still mouth, from its beginning on", () => {
    const room = new Room()
    room.hear(2000, 0, 'still')
    room.hear(3000, 0.95, 'still')
    expect(room.voices).toEqual([
      ['none', 2],
      ['other', 3],
    ])
  })

  test('a second voice of less than a second is not said', () => {
    const room = new Room()
    room.hear(2000, 0, 'still')
    room.hear(700, 0.95, 'still')
    room.hear(2000, 0, 'still')
    expect(room.voices.map(([value]) => value)).toEqual(['none'])
  })

  test('unclear without a mouth in sight', () => {
    const room = new Room()
    room.hear(2000, 0.95, 'unseen')
    expect(room.voices).toEqual([['unclear', 2]])
  })

  test("unclear while the call's other voices can be heard, and nobody's else", () => {
    const room = new Room()
    room.hear(1000, 0, 'still')
    for (let k = 0; k < 20; k++) {
      room.maker.heardOthers(0.2, room.atMs)
      room.hear(100, 0.95, 'still')
    }
    expect(room.voices.map(([value]) => value)).toEqual(['none', 'unclear'])
  })

  test('a quiet call hides nobody', () => {
    const room = new Room()
    room.hear(1000, 0, 'still')
    room.maker.heardOthers(0.002, room.atMs)
    room.hear(2000, 0.95, 'still')
    expect(room.voices.map(([value]) => value)).toEqual(['none', 'other'])
  })
})

describe('smoothing', () => {
  test.each([
    ['between words', 200, ['own']],
    ['of a breath', 900, ['own', 'none', 'own']],
  ])('a pause %s', (_, ms, expected) => {
    const room = new Room()
    room.hear(2000, 0.95, 'talks')
    room.hear(ms, 0.05, 'talks')
    room.hear(2000, 0.95, 'talks')
    expect(room.voices.map(([value]) => value).slice(-expected.length)).toEqual(expected)
  })

  test('a chance between the two limits keeps what was', () => {
    const room = new Room()
    room.hear(1000, 0.45, 'talks')
    expect(room.voices.map(([value]) => value)).toEqual(['none'])
    room.hear(1000, 0.9, 'unseen')
    room.hear(1000, 0.45, 'unseen')
    expect(room.voices.map(([value]) => value)).toEqual(['none', 'unclear'])
  })

  test('spans tile the time that was heard, and nothing is said of a gap', () => {
    const room = new Room()
    room.hear(3000, 0.95, 'talks')
    room.atMs += 5000
    room.hear(2000, 0, 'still')
    const voices = [...room.said, ...room.maker.flush()].filter(({ observed }) => observed === 'voice')
    const total = voices.reduce((sum, { durationMs }) => sum + durationMs, 0)
    expect(total).toBeGreaterThan(4800)
    expect(total).toBeLessThanOrEqual(5000)
    const starts = voices.map(({ atMs, durationMs }) => atMs - durationMs)
    const ends = voices.map(({ atMs }) => atMs)
    const breaks = starts.slice(1).filter((start, index) => start !== ends[index])
    expect(breaks).toHaveLength(1)
  })

  test('another voice is never said to be as sure as an own one', () => {
    const other = new Room()
    other.hear(3000, 1, 'still')
    const own = new Room()
    own.hear(3000, 1, 'talks')
    const sureness = (room: Room, value: string) =>
      Math.max(...room.said.filter((said) => said.value === value).map(({ confidence }) => confidence))
    expect(sureness(other, 'other')).toBeCloseTo(0.8, 5)
    expect(sureness(own, 'own')).toBeGreaterThan(0.8)
  })
})
