import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { namespaces } from '@/lib/otherWords'

const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.*', '!../testing/**'], {
  query: '?raw',
  import: 'default',
  eager: true,
})
const router = sources['./router.tsx'] ?? ''
const IN_BUNDLE = ['ui', 'problems', 'visit']
const WITH_EVERY_PAGE = ['errors', 'parts']
const PAGE = /page\(\s*\(\) => import\('([^']+)'\),\s*'\w+'(?:,\s*\[([^\]]*)\])?/g
const STATIC = /(?:from|import)\s*'([./@][^']+)'/g
const DRAWS = /^\.\.\/(ui|features)\/|\.tsx$/
const ANY = /(?:from|import)\s*\(?\s*'([./@][^']+)'/g

const quoted = (text: string) => [...text.matchAll(/'(\w+)'/g)].map(([, word]) => word ?? '')

/** The file that an import names, as `sources` calls it. */
function found(from: string, name: string): string | undefined {
  const path = new URL(name.replace(/^@\//, '/src/'), `file:///src/app/${from}`).pathname
  const known = path.startsWith('/src/app/')
    ? `./${path.slice('/src/app/'.length)}`
    : `..${path.slice('/src'.length)}`
  return [known, `${known}.ts`, `${known}.tsx`].find((one) => one in sources)
}

function withParts(file: string, imports: RegExp, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  const text = sources[file] ?? ''
  // What is fetched with words of its own brings them itself.
  const followed = text.includes('loadWords([') ? STATIC : imports
  for (const [, name = ''] of text.matchAll(followed)) {
    const part = found(file, name)
    if (part) withParts(part, imports, seen)
  }
  return seen
}

function wordsAskedFor(file: string): string[] {
  const text = sources[file] ?? ''
  const used = [...text.matchAll(/useTranslation\(([^)]*)\)/g)].flatMap(([, names = '']) => quoted(names))
  const named = [...text.matchAll(/['`](\w+):/g)].map(([, name = '']) => name)
  return [...used, ...named.filter((name) => namespaces.includes(name))]
}

function wordsBeyondBundle(file: string, imports: RegExp): string[] {
  const asked = new Set([...withParts(file, imports)].flatMap(wordsAskedFor))
  return [...asked].filter((name) => !WITH_EVERY_PAGE.includes(name) && !IN_BUNDLE.includes(name)).sort()
}

const pages = [...router.matchAll(PAGE)].map(([, path = '', words = '']) => [path, quoted(words)] as const)

test('the router names its pages where this test looks', () => {
  expect(pages.length).toBe([...router.matchAll(/\bpage\(/g)].length)
  expect(pages.length).toBeGreaterThan(20)
})

test.each(pages)('%s brings the words that its parts say', (path, words) => {
  const file = found('./router.tsx', path) ?? ''
  expect(wordsBeyondBundle(file, ANY)).toEqual([...words].sort())
})

test.each(['./invitation.tsx', './main.tsx'])('%s says what is in the bundle', (entry) => {
  expect(wordsBeyondBundle(entry, STATIC)).toEqual([])
})

test('the style of the first page covers what is drawn on it', () => {
  const style = readFileSync('src/app/first.css', 'utf-8')
  const covered = [...style.matchAll(/@source '([^']+)'/g)].map(([, file]) => file)
  const drawn = [...withParts('./invitation.tsx', STATIC)].filter((file) => DRAWS.test(file))
  expect(covered).toEqual(drawn.sort())
})
