// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

import { contrast, fromHex, type Oklch, toHex } from './colour'
import { MARKS, QUIET_MARKS, WORDS } from './pairs'
import { colourIn, COLOURS, type Look } from './tokens'

const LOOKS: Record<Look, { words: number; marks: number }> = {
  light: { words: 4.5, marks: 3 },
  dark: { words: 4.5, marks: 3 },
  lightMore: { words: 7, marks: 3 },
  darkMore: { words: 7, marks: 3 },
}

describe.each(Object.keys(LOOKS) as Look[])('in the look %s', (look) => {
  test.each(WORDS)('%s can be read on %s', (words, ground) => {
    expect(contrast(colourIn(look, words), colourIn(look, ground))).toBeGreaterThanOrEqual(LOOKS[look].words)
  })

  test.each(MARKS)('%s can be seen on %s', (mark, ground) => {
    expect(contrast(colourIn(look, mark), colourIn(look, ground))).toBeGreaterThanOrEqual(LOOKS[look].marks)
  })
})

describe.each(['lightMore', 'darkMore'] as const)('in the look %s, what words repeat elsewhere', (look) => {
  test.each(QUIET_MARKS)('%s can be seen on %s', (mark, ground) => {
    expect(contrast(colourIn(look, mark), colourIn(look, ground))).toBeGreaterThanOrEqual(3)
  })
})

/** Veils lie over pictures of people, on a stage, which is always dark. */
test.each(['dark', 'darkMore'] as const)(
  'in the look %s words can be read on a veil over a white picture',
  (look) => {
    const ground = over(colourIn(look, 'veil'), '#ffffff')
    expect(contrast(colourIn(look, 'ink'), ground)).toBeGreaterThanOrEqual(LOOKS[look].words)
  },
)

test('words stand on no ground that is not among the pairs', () => {
  const known = new Set([...WORDS.map(([words, ground]) => `${words} on ${ground}`), 'ink on veil'])
  expect(usedPairs().filter((pair) => !known.has(pair))).toEqual([])
})

/** Words and ground that one list of classes names together; a state such as `hover:` goes with its like. */
function usedPairs(): string[] {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  )
  const texts = files.flatMap((file) =>
    [...readFileSync(`src/${file}`, 'utf8').matchAll(/'[^'\n]*'|"[^"\n]*"/g)].map(([text]) =>
      text.slice(1, -1),
    ),
  )
  return [...new Set(texts.flatMap((text) => pairsOf(text.split(/\s+/))))]
}

function pairsOf(names: string[]): string[] {
  const [words, grounds] = [rolesOf(names, 'text-'), rolesOf(names, 'bg-')]
  return words.flatMap(({ state, role }) =>
    grounds.filter((ground) => ground.state === state).map((ground) => `${role} on ${ground.role}`),
  )
}

function rolesOf(names: string[], prefix: string) {
  return names.flatMap((name) => {
    const parts = name.split(':')
    const last = parts.pop() ?? ''
    const role = last.slice(prefix.length)
    return last.startsWith(prefix) && role in COLOURS ? [{ state: parts.join(':'), role }] : []
  })
}

/** What is seen where one colour half covers another, as browsers mix them: in sRGB. */
function over(cover: Oklch, ground: string): Oklch {
  const [top, below] = [parts(toHex(cover)), parts(ground)]
  const alpha = cover[3] ?? 1
  const mixed = top.map((part, at) => Math.round(part * alpha + (below[at] ?? 0) * (1 - alpha)))
  const seen = fromHex(mixed.map((part) => part.toString(16).padStart(2, '0')).join(''))
  if (!seen) throw new Error('not a colour')
  return seen
}

const parts = (hex: string) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16))
