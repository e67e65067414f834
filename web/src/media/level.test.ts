import { expect, test } from 'vitest'
import { loudness } from './level'

const tone = (amplitude: number) => Float32Array.from({ length: 2048 }, (_, i) => amplitude * Math.sin(i / 5))

test('silence is nothing, a shout is everything, speech lies between', () => {
  expect(loudness(new Float32Array(2048))).toBe(0)
  expect(loudness(tone(1))).toBe(1)
  expect(loudness(tone(0.05))).toBeGreaterThan(0.4)
  expect(loudness(tone(0.05))).toBeLessThan(0.8)
})
