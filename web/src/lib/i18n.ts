/** The message catalogues. A folder in `locales` is a language; a file in it is a namespace. Letters that Latin fonts
 *  do not have come with `type.css` in the same folder. */

import i18n from 'i18next'
import { initReactI18next } from 'react-i18next'

import type { Language } from './languages'

export type Messages = Record<string, unknown>

const SOURCE: Language = 'en'

/** What any page may have to say, in the bundle, so that it can also be said without a network. */
const firstFiles = import.meta.glob<Messages>('../locales/en/{ui,problems,visit}.json', {
  eager: true,
  import: 'default',
})
const translatedFiles = import.meta.glob<Messages>(
  ['../locales/*/{ui,problems,visit}.json', '!../locales/en/*'],
  { import: 'default' },
)
const loadOthers = async () => (await import('./otherWords')).otherWords
const letters = import.meta.glob('../locales/*/type.css')

export const namespaceOf = (path: string) => path.split('/').at(-1)?.replace('.json', '') ?? ''

const firstWords = Object.fromEntries(
  Object.entries(firstFiles).map(([path, messages]) => [namespaceOf(path), messages]),
)
export const FIRST_WORDS = Object.keys(firstWords)
const wanted = new Set(FIRST_WORDS)

/** Each page brings its own words (`page.ts`); what any page may say is there before the first one shows. */
export async function startLanguage(language: Language, words: readonly string[] = []): Promise<void> {
  await i18n.use(initReactI18next).init({
    fallbackLng: SOURCE,
    resources: { [SOURCE]: firstWords },
    ns: [...wanted],
    defaultNS: 'ui',
    fallbackNS: 'problems',
    interpolation: { escapeValue: false },
  })
  for (const name of words) wanted.add(name)
  await speak(language).catch(() => speak(SOURCE))
  // Whoever goes on to another page need not wait for where its words are.
  loadOthers().catch(() => undefined)
}

/** From now on the page needs these, in whatever language it speaks. */
export async function loadWords(words: readonly string[]): Promise<void> {
  for (const name of words) wanted.add(name)
  await Promise.all(words.map((name) => loadMessages(i18n.language as Language, name)))
}

/** All that is on the page, in this language. Nothing is loaded again: what was begun on the page goes on. */
export async function speak(language: Language): Promise<void> {
  await Promise.all([
    letters[`../locales/${language}/type.css`]?.(),
    ...[...wanted].map((name) => loadMessages(language, name)),
  ])
  document.documentElement.lang = language
  document.documentElement.dir = i18n.dir(language)
  await i18n.changeLanguage(language)
}

async function loadMessages(language: Language, namespace: string): Promise<void> {
  if (i18n.hasResourceBundle(language, namespace)) return
  const files = FIRST_WORDS.includes(namespace) ? translatedFiles : await loadOthers()
  const load = files[`../locales/${language}/${namespace}.json`]
  if (load) i18n.addResourceBundle(language, namespace, await load())
}
