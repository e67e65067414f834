import { describe, expect, test } from 'vitest'

import { levelOf, NoiseWatch } from './noise'
import { CHUNK_MS } from './voice'

function listened(
  seconds: number,
  level: (index: number) => number,
  isVoice: (index: number) => boolean = () => false,
) {
  const watch = new NoiseWatch()
  const said = []
  const chunks = Math.floor((seconds * 1000) / CHUNK_MS)
  for (let k = 1; k <= chunks; k++) said.push(...watch.observe(k * CHUNK_MS, level(k), isVoice(k)))
  return { said, rest: watch.flush() }
}

describe('the level', () => {
  test('of a full sine is 3 dB below full scale, of silence the lowest', () => {
    const sine = Float32Array.from({ length: 512 }, (_, k) => Math.sin((2 * Math.PI * k) / 32))
    expect(levelOf(sine)).toBeCloseTo(-3.01, 2)
    expect(levelOf(new Float32Array(512))).toBe(-100)
  })
})

describe('the background', () => {
  test('is said every ten seconds, and the rest at the end', () => {
    const { said, rest } = listened(25, () => -52.3)
    expect(said.map(({ value, durationMs }) => [value, Math.round(durationMs / 1000)])).toEqual([
      ['-52', 10],
      ['-52', 10],
    ])
    expect(rest.map(({ value, confidence }) => [value, confidence])).toEqual([['-52', 1]])
  })

  test('is what lies under keys and voices', () => {
    const { said } = listened(
      12,
      (k) => (k % 2 ? -20 : k % 5 ? -60 : -35),
      (k) => k % 2 === 1,
    )
    expect(said[0]?.value).toBe('-60')
  })

  test('is not said where a voice left no room for it', () => {
    const { said, rest } = listened(
      15,
      () => -20,
      () => true,
    )
    expect([...said, ...rest]).toEqual([])
  })

  test('begins anew after a gap', () => {
    const watch = new NoiseWatch()
    for (let k = 0; k < 100; k++) watch.observe(k * CHUNK_MS, -50, false)
    const [first] = watch.observe(60_000, -40, false)
    expect(first).toMatchObject({ value: '-50', atMs: 3168, durationMs: 3168 })
  })
})
