// @vitest-environment node
import { describe, expect, test } from 'vitest'

import { contrast, fromHex, type Oklch, toHex } from './colour'
import { colourIn, type Look, type RoleName } from './tokens'

type Row = readonly [number, number, number]

/** Gustavo Machado's matrices for people who lack one kind of cone (doi.org/10.1109/TVCG.2009.113), on linear sRGB. */
const EYES: Record<string, readonly [Row, Row, Row]> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
  achromatopsia: [
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
  ],
}
const LOOKS: Look[] = ['light', 'dark', 'lightMore', 'darkMore']

/** What is read by its length, its edge or that it is there at all: against what it lies on. */
const FILLS: [RoleName, RoleName][] = [
  ['accent', 'line'],
  ['live', 'sunk'],
  ['grave', 'surface'],
  ['line-3', 'surface'],
  ['focus', 'paper'],
]

/** States whose words stand in their colour, each on its own ground. */
const STATES: [RoleName, RoleName][] = [
  ['accent', 'accent-soft'],
  ['notice', 'notice-soft'],
  ['grave', 'grave-soft'],
  ['evidence', 'evidence-soft'],
  ['on-accent', 'accent'],
]

describe.each(Object.entries(EYES))('with %s', (_, eye) => {
  describe.each(LOOKS)('in the look %s', (look) => {
    test.each(FILLS)('%s is seen on %s', (fill, ground) => {
      expect(seen(eye, look, fill, ground)).toBeGreaterThanOrEqual(3)
    })
    test.each(STATES)('%s is read on %s', (words, ground) => {
      expect(seen(eye, look, words, ground)).toBeGreaterThanOrEqual(4.5)
    })
  })
})

const seen = (eye: readonly [Row, Row, Row], look: Look, one: RoleName, other: RoleName) =>
  contrast(through(eye, colourIn(look, one)), through(eye, colourIn(look, other)))

function through(eye: readonly [Row, Row, Row], colour: Oklch): Oklch {
  const hex = toHex(colour)
  const light = [1, 3, 5].map((at) => linear(parseInt(hex.slice(at, at + 2), 16) / 255))
  const parts = eye.map((row) => row.reduce((sum, share, at) => sum + share * (light[at] ?? 0), 0))
  const digits = parts.map((part) => Math.round(255 * gamma(Math.min(1, Math.max(0, part)))))
  const colourSeen = fromHex(digits.map((part) => part.toString(16).padStart(2, '0')).join(''))
  if (!colourSeen) throw new Error('not a colour')
  return colourSeen
}

const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
const gamma = (part: number) => (part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055)
