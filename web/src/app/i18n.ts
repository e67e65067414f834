/** The message catalogues. A folder in `locales` is a language; a file in it is a namespace. */

import i18n from 'i18next'
import { initReactI18next } from 'react-i18next'

type Messages = Record<string, unknown>

const FALLBACK = 'en'
const STORED_AS = 'fairview.language'
const fallbackFiles = import.meta.glob<Messages>('../locales/en/*.json', { eager: true, import: 'default' })
const otherFiles = import.meta.glob<Messages>(['../locales/*/*.json', '!../locales/en/*.json'], {
  import: 'default',
})

const languageOf = (path: string) => path.split('/').at(-2) ?? ''
const namespaceOf = (path: string) => path.split('/').at(-1)?.replace('.json', '') ?? ''

const languages = [FALLBACK, ...new Set(Object.keys(otherFiles).map(languageOf))]

/** The stored choice, or the first of the person's languages that we speak. */
export function preferredLanguage(
  wishes: readonly string[] = [localStorage.getItem(STORED_AS) ?? '', ...navigator.languages],
): string {
  const spoken = wishes.map((wish) => wish.toLowerCase().split('-')[0] ?? '')
  return spoken.find((wish) => languages.includes(wish)) ?? FALLBACK
}

function namespaces(files: Record<string, Messages>): Record<string, Messages> {
  return Object.fromEntries(Object.entries(files).map(([path, messages]) => [namespaceOf(path), messages]))
}

async function loadOther(language: string): Promise<Record<string, Messages>> {
  const wanted = Object.entries(otherFiles).filter(([path]) => languageOf(path) === language)
  const loaded = await Promise.all(wanted.map(async ([path, load]) => [path, await load()] as const))
  return namespaces(Object.fromEntries(loaded))
}

/** English is in the bundle and always there; another language is fetched whole before the first page shows. */
export async function startLanguage(language: string): Promise<void> {
  const english = namespaces(fallbackFiles)
  const resources = {
    [FALLBACK]: english,
    ...(language !== FALLBACK && { [language]: await loadOther(language) }),
  }
  await i18n.use(initReactI18next).init({
    lng: language,
    fallbackLng: FALLBACK,
    resources,
    ns: Object.keys(english),
    defaultNS: 'ui',
    interpolation: { escapeValue: false },
  })
  document.documentElement.lang = language
  document.documentElement.dir = i18n.dir(language)
}
