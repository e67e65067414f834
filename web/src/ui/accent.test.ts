// @vitest-environment node
import { expect, test } from 'vitest'

import { accentOf, movedIn } from './accent'
import { contrast, fromHex, type Oklch, toHex } from './colour'
import { MARKS, QUIET_MARKS, WORDS } from './pairs'
import { colourIn, type Look, type Role, type RoleName } from './tokens'

const LOOKS: Look[] = ['light', 'dark', 'lightMore', 'darkMore']
const HUES = Array.from({ length: 72 }, (_, at) => at * 5)

test.each(HUES)('every colour of hue %d stays readable in every look', (hue) => {
  const broken = [0, 0.25, 0.5, 0.75, 1].flatMap((lightness) =>
    [0, 0.05, 0.15, 0.35].flatMap((chroma) => unreadable([lightness, chroma, hue])),
  )
  expect(broken).toEqual([])
})

test('a colour that can be read stays as it is, and one that cannot keeps its hue', () => {
  const green = colour('#0b6e4f')
  expect(movedIn('light', green)).toBe(false)
  expect(toHex(accentOf(green).accent.light)).toBe('#0b6e4f')
  const yellow = colour('#ffd400')
  expect([movedIn('light', yellow), movedIn('dark', yellow)]).toEqual([true, false])
  expect(accentOf(yellow).accent.light[2]).toBe(yellow[2])
})

test('what the pointer is over differs from what it is not over', () => {
  for (const hex of ['#000000', '#ffffff', '#0b6e4f', '#ffd400', '#7f7f7f']) {
    const { accent, 'accent-2': over } = accentOf(colour(hex))
    for (const look of ['light', 'dark'] as const) {
      expect(Math.abs(accent[look][0] - over[look][0])).toBeGreaterThan(0.04)
    }
  }
})

test('hex comes back as it went in', () => {
  for (const hex of ['#000000', '#ffffff', '#0b6e4f', '#ffd400', '#c0102f'])
    expect(toHex(colour(hex))).toBe(hex)
  expect(fromHex('teal')).toBeUndefined()
})

function unreadable(chosen: Oklch): string[] {
  const roles: Record<string, Role> = accentOf(chosen)
  const seen = (look: Look, name: RoleName) => roles[name]?.[look] ?? colourIn(look, name)
  return LOOKS.flatMap((look) => {
    const isMore = look.endsWith('More')
    const short = (pairs: typeof WORDS, least: number) =>
      pairs
        .filter((pair) => pair.some((name) => name in roles))
        .filter(([what, ground]) => contrast(asShown(seen(look, what)), asShown(seen(look, ground))) < least)
        .map((pair) => `${pair.join(' on ')} in ${look} of ${chosen.join(' ')}`)
    return [...short(WORDS, isMore ? 7 : 4.5), ...short(MARKS, 3), ...(isMore ? short(QUIET_MARKS, 3) : [])]
  })
}

/** Rounded to what a screen shows. */
const asShown = (one: Oklch) => colour(toHex(one))

function colour(hex: string): Oklch {
  const found = fromHex(hex)
  if (!found) throw new Error(`no colour: ${hex}`)
  return found
}
