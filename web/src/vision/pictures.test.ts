import { expect, test } from 'vitest'

import { isBlack } from './pictures'

/** Grey noise of this spread around a level, and a lamp in one corner. */
function picture(level: number, spread: number, lamp = 0) {
  const data = new Uint8ClampedArray(64 * 48 * 4).fill(255)
  let chance = 7
  for (let at = 0; at < data.length; at += 4) {
    chance = (chance * 1103515245 + 12345) % 2 ** 31
    const value = at < lamp * data.length ? 255 : level + ((chance / 2 ** 31) * 2 - 1) * spread
    data.fill(value, at, at + 3)
  }
  return { data }
}

test.each([
  ['a covered lens', picture(2, 4)],
  ['a cheap camera’s covered lens', picture(9, 9)],
])('%s is black', (_, black) => {
  expect(isBlack(black)).toBe(true)
})

test.each([
  ['the darkest room with somebody in it', picture(39, 12)],
  ['a dark room with a lamp', picture(4, 4, 0.02)],
  ['a grey wall', picture(90, 0)],
])('%s is not', (_, seen) => {
  expect(isBlack(seen)).toBe(false)
})
