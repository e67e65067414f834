import { describe, expect, test } from 'vitest'

import { describe160, detected, makePicture } from './testing'
import { averaged, place } from './placing'

const ROWS = [
  [40, 40, 80, 60, 0.9, 1],
  [100, 20, 140, 60, 0.6, 2],
  [0, 0, 90, 90, 0.95, 0],
]
const PHONE = { x: 40, y: 40, width: 40, height: 20 }

describe('a picture is put in', () => {
  test('smaller, as the mean of what each pixel covers, cut ones by their share', () => {
    const picture = makePicture(3, 1, (x) => x * 100)
    expect(averaged(picture, 2, 1)[0]).toBeCloseTo(100 / 3, 3)
    expect(averaged(picture, 2, 1)[3]).toBeCloseTo(500 / 3, 3)
  })

  test('larger, bilinear', () => {
    const wide = averaged(
      makePicture(2, 1, (x) => x * 100),
      4,
      1,
    )
    expect([wide[0], wide[3], wide[6], wide[9]].map((value) => Math.round(value ?? 0))).toEqual([
      0, 25, 75, 100,
    ])
  })

  test('in the channels, colours and numbers that are described', () => {
    const picture = makePicture(160, 96, (x, _, channel) => [x, 20, 30][channel] ?? 0)
    const { input } = describe160({
      input: { colour: 'bgr', scale: 0.1, mean: [1, 2, 3], std: [1, 1, 2] },
    })
    const { pixels } = place(picture, input)
    const plane = 160 * 96
    const colours = [pixels[5], pixels[plane + 5], pixels[plane * 2 + 5]]
    expect(colours.map((value) => Number(value?.toFixed(4)))).toEqual([2, 0, -1.25])
  })

  test('in a letterbox, with its proportions, between grey bands', () => {
    const { input } = describe160({ input: { layout: 'nhwc', size: [64, 64], resize: 'letterbox' } })
    const placed = place(
      makePicture(100, 50, () => 200),
      input,
    )
    expect(placed).toMatchObject({ left: 0, top: 16, across: 0.64, down: 0.64 })
    const column = Array.from({ length: 64 }, (_, y) => Math.round(placed.pixels[(y * 64 + 30) * 3] ?? 0))
    expect([...new Set(column)]).toEqual([114, 200])
    expect(column.filter((value) => value === 200)).toHaveLength(32)
  })
})

describe('an answer becomes sightings', () => {
  test('of what counts, the surest first, in pixels of the picture', async () => {
    const [phone, book, ...others] = await detected(ROWS, {}, [480, 192])
    expect(phone).toMatchObject({ label: 'cell phone', countsAs: 'phone', score: 0.9 })
    expect(phone?.box).toEqual({ x: 120, y: 80, width: 120, height: 40 })
    expect(book?.countsAs).toBe('book')
    expect(others).toEqual([])
  })

  test.each([
    ['rows6, shares', [[0.25, 40 / 96, 0.5, 0.625, 0.9, 1]], { units: 'share' } as const],
    ['rows6, logits', [[40, 40, 80, 60, Math.log(9), 1]], { scores: 'logit' } as const],
    ['yolo8', [[60, 50, 40, 20, 0.1, 0.9, 0]], { kind: 'yolo8' } as const],
    ['yolo5', [[60, 50, 40, 20, 1, 0.1, 0.9, 0]], { kind: 'yolo5' } as const],
  ])('%s say the same', async (_, rows, output) => {
    const [phone] = await detected(rows, { output })
    expect(phone?.score).toBeCloseTo(0.9, 6)
    expect(phone?.box.x).toBeCloseTo(PHONE.x, 6)
    expect(phone?.box.height).toBeCloseTo(PHONE.height, 6)
  })

  test('headphones too, where a detector knows them', async () => {
    const worn = { counts_as: { 'cell phone': 'headphones' }, thresholds: { headphones: 0.5 } } as const
    expect((await detected(ROWS, worn)).map(({ countsAs }) => countsAs)).toEqual(['headphones'])
  })

  test('out of a letterbox', async () => {
    const rows = [[56, 24, 104, 72, 0.9, 1]]
    const [one] = await detected(rows, { input: { resize: 'letterbox' } }, [192, 192])
    expect(one?.box).toEqual({ x: 48, y: 48, width: 96, height: 96 })
  })

  test('of doubles the surest stays, and boxes end at the edge', async () => {
    const rows = [...ROWS, [42, 41, 82, 61, 0.7, 1], [120, 80, 190, 120, 0.8, 1]]
    const phones = (await detected(rows)).filter(({ countsAs }) => countsAs === 'phone')
    expect(phones.map(({ score }) => score)).toEqual([0.9, 0.8])
    expect(phones[1]?.box).toEqual({ x: 120, y: 80, width: 40, height: 16 })
  })

  test.each([
    ['another shape', [[1, 2, 3, 4, 5]], {}],
    ['a class beyond the labels', [[0, 0, 9, 9, 0.9, 3]], {}],
    ['a score beyond 1', [[0, 0, 9, 9, 7, 1]], {}],
    ['no number', [[0, 0, 9, 9, NaN, 0, 0]], { output: { kind: 'yolo8' } } as const],
  ])('%s is an error', async (_, rows, changes) => {
    await expect(detected(rows, changes)).rejects.toThrow('boxes')
  })
})

test('a description of another format is refused', () => {
  expect(() => describe160({ format: 'other/2' })).toThrow('other/2')
})
