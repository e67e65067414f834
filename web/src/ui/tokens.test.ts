// @vitest-environment node
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const roles = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((oklch\([^)]+\)), (oklch\([^)]+\))\)/g)].map(
    ([, role = '', light = '', dark = '']) => [role, { light, dark }],
  ),
)

type Theme = 'light' | 'dark'

/** Relative luminance (WCAG 2.2) of an oklch colour, by Ottosson's matrices. */
function luminance(role: string, theme: Theme): number {
  const text = roles.get(role)?.[theme]
  if (!text) throw new Error(`no role ${role}`)
  const [l = 0, c = 0, h = 0] = text
    .slice(6, -1)
    .split(/[\s/]+/)
    .map(Number)
  const [a, b] = [c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)]
  const [long = 0, medium = 0, short = 0] = [
    l + 0.3963377774 * a + 0.2158037573 * b,
    l - 0.1055613458 * a - 0.0638541728 * b,
    l - 0.0894841775 * a - 1.291485548 * b,
  ].map((cone) => cone ** 3)
  const clip = (value: number) => Math.min(1, Math.max(0, value))
  const red = clip(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short)
  const green = clip(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short)
  const blue = clip(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string, theme: Theme): number {
  const [dark = 0, light = 0] = [luminance(one, theme), luminance(other, theme)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const GROUNDS = ['paper', 'surface', 'sunk']
const TEXT = [
  ...['ink', 'ink-2', 'ink-3', 'accent', 'notice', 'grave', 'evidence'].flatMap((ink) =>
    GROUNDS.map((ground) => [ink, ground] as const),
  ),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-2'],
  ['on-grave', 'grave'],
  ['on-grave', 'grave-2'],
  ['accent', 'accent-soft'],
  ['ink', 'accent-soft'],
  ['ink-2', 'accent-soft'],
  ['notice', 'notice-soft'],
  ['grave', 'grave-soft'],
  ['evidence', 'evidence-soft'],
  ['on-mark', 'accent-mark'],
  ['on-mark', 'notice-mark'],
  ['on-mark', 'evidence-mark'],
  ['paper', 'ink'],
] as const
/** Edges of controls and marks that carry meaning. */
const SHAPES = [
  ['line-3', 'surface'],
  ['line-3', 'paper'],
  ['focus', 'paper'],
  ['focus', 'surface'],
  ['focus', 'sunk'],
  ['live', 'sunk'],
  ['live', 'surface'],
] as const

describe.each(['light', 'dark'] as const)('in the %s', (theme) => {
  test.each(TEXT)('%s can be read on %s', (ink, ground) => {
    expect(contrast(ink, ground, theme)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(SHAPES)('%s can be seen on %s', (shape, ground) => {
    expect(contrast(shape, ground, theme)).toBeGreaterThanOrEqual(3)
  })
})
