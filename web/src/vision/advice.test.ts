import { describe, expect, test } from 'vitest'

import { Adviser, adviceOf, type Advice } from './advice'
import type { FaceLight, Reading } from './contracts'
import { makeEmptyReading, makeReading } from './testing'

const EVEN: FaceLight = { mean: 150, contrast: 37, sharpness: 0.17, around: 148, colour: [180, 142, 128] }

const lit = (light: Partial<FaceLight>, picture = 148) =>
  makeReading(0, { light: { ...EVEN, ...light } }, { light: picture })
const placed = (x: number, y: number, width: number) =>
  makeReading(0, { light: EVEN, box: { x: x - width / 2, y: y - width / 1.5, width, height: width * 1.3 } })

describe('advice on one picture', () => {
  test.each<[Advice, string, Reading]>([
    ['good', 'even light', lit({})],
    ['good', 'dark skin in even light', lit({ mean: 84, contrast: 27, around: 163 })],
    ['good', 'pale skin', lit({ mean: 205 })],
    ['good', 'light from one side', lit({ contrast: 55, sharpness: 0.092 })],
    ['good', 'a face lit by the screen in a dark room', lit({ mean: 110 }, 45)],
    ['back_light', 'a window behind', lit({ mean: 73, contrast: 21, around: 187 })],
    ['too_dark', 'an evening without a lamp', lit({ mean: 66, contrast: 14, around: 57 }, 57)],
    ['too_dark', 'nothing to be seen in the dark', makeReading(0, {}, { face: undefined, light: 20 })],
    ['too_bright', 'a lamp in the face', lit({ mean: 224 })],
    ['low_contrast', 'a greasy lens', lit({ contrast: 10 })],
    ['blurred', 'no focus', lit({ contrast: 30, sharpness: 0.1 })],
    ['no_face', 'nobody there', makeEmptyReading(0)],
    ['several_faces', 'somebody else too', makeReading(0, { light: EVEN }, { faces: 2 })],
    ['too_far', 'the other end of the room', placed(320, 240, 80)],
    ['too_near', 'the nose at the lens', placed(320, 240, 340)],
    ['off_centre', 'the edge', placed(160, 240, 170)],
    ['good', 'a little to the side', placed(420, 250, 170)],
  ])('%s: %s', (advice, _, reading) => {
    expect(adviceOf(reading)).toBe(advice)
  })
})

describe('advice over time', () => {
  const good = (atMs: number) => makeReading(atMs, { light: EVEN })

  /** Each change of what is said, while these scenes are read ten times a second. */
  function follow(...scenes: [forMs: number, make: (atMs: number) => Reading][]): string[] {
    const adviser = new Adviser()
    const said: string[] = []
    let atMs = 0
    for (const [forMs, make] of scenes) {
      for (const end = atMs + forMs; atMs < end; atMs += 100) {
        const advice = adviser.observe(make(atMs))
        if (advice && advice !== said.at(-1)) said.push(advice)
      }
    }
    return said
  }

  test('changes when the picture has', () => {
    expect(follow([3000, makeEmptyReading], [3000, good])).toEqual(['no_face', 'good'])
  })

  test('says nothing before it has seen enough', () => {
    expect(follow([600, good])).toEqual([])
  })

  test('does not flicker with a picture at the edge of what is good', () => {
    const flicker = Array.from({ length: 60 }, (_, index): [number, (atMs: number) => Reading] => [
      100,
      index % 2 ? good : makeEmptyReading,
    ])
    expect(follow([3000, good], ...flicker)).toEqual(['good'])
  })

  test('leaves time to read it', () => {
    const said = follow([1500, makeEmptyReading], [1000, good], [1500, makeEmptyReading], [3000, good])
    expect(said).toEqual(['no_face', 'good'])
  })
})
