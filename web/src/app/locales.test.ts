import { expect, test } from 'vitest'

const catalogues = import.meta.glob<Record<string, unknown>>('../locales/*/*.json', {
  eager: true,
  import: 'default',
})

function entries(messages: Record<string, unknown>, above = ''): [key: string, text: unknown][] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? entries(value as Record<string, unknown>, `${above}${key}.`)
      : [[`${above}${key}`, value] as [string, unknown]],
  )
}

test.each(Object.entries(catalogues))('%s holds sentences under plain keys', (_path, messages) => {
  for (const [key, text] of entries(messages)) {
    expect(key).toMatch(/^[a-z0-9_.]+$/)
    expect(text, key).toBeTypeOf('string')
    expect(text, key).not.toBe('')
  }
})

test('no sentence accuses', () => {
  const all = Object.values(catalogues).flatMap((messages) =>
    entries(messages).map(([, text]) => String(text)),
  )
  expect(all.filter((text) => /\b(cheat|violat|suspicio)/i.test(text))).toEqual([])
})
