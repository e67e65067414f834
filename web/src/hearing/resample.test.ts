import { describe, expect, test } from 'vitest'

import { Chunker } from './chunks'
import { levelOf } from './noise'
import { Resampler } from './resample'
import { CHUNK, RATE } from './voice'

const sine = (hertz: number, rate: number, seconds: number) =>
  Float32Array.from({ length: rate * seconds }, (_, k) => Math.sin((2 * Math.PI * hertz * k) / rate))

describe('another rate', () => {
  test.each([48_000, 44_100, 22_050, 8000])('from %i Hz a tone stays what it is', (rate) => {
    const made = new Resampler(rate, RATE).take(sine(1000, rate, 0.5))
    const wanted = sine(1000, RATE, 0.5)
    const errors = made.slice(200, -200).map((sample, k) => Math.abs(sample - (wanted[k + 200] ?? 0)))
    expect(Math.max(...errors)).toBeLessThan(0.01)
  })

  test('what the model cannot hear does not fold back', () => {
    const made = new Resampler(48_000, RATE).take(sine(10_000, 48_000, 0.5))
    expect(levelOf(made.slice(200, -200))).toBeLessThan(-50)
  })

  test('piece by piece it is the same as in one', () => {
    const all = sine(440, 44_100, 0.2)
    const whole = new Resampler(44_100, RATE).take(all)
    const resampler = new Resampler(44_100, RATE)
    const pieces = []
    for (let at = 0; at < all.length; at += 512) {
      pieces.push(...resampler.take(all.subarray(at, at + 512)))
    }
    expect(pieces).toEqual([...whole])
  })

  test('its own rate is left alone', () => {
    const samples = sine(440, RATE, 0.1)
    expect(new Resampler(RATE, RATE).take(samples)).toBe(samples)
  })
})

test('chunks are full, and what is left waits', () => {
  const chunker = new Chunker(48_000)
  const chunks = [chunker.take(new Float32Array(2000)), chunker.take(new Float32Array(2000))].flat()
  expect(chunks.map(({ length }) => length)).toEqual([CHUNK, CHUNK])
  expect(chunker.keptMs).toBeGreaterThan(15)
  expect(chunker.keptMs).toBeLessThan(20)
})
