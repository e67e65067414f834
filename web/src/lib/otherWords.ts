/** Where the words of each page are, in every language; apart, since the first page needs none of them. */

import { FIRST_WORDS, type Messages, namespaceOf } from './i18n'

export const otherWords = import.meta.glob<Messages>(
  ['../locales/*/*.json', '!../locales/*/{ui,problems,visit}.json'],
  { import: 'default' },
)

/** Every namespace there is, for tests and tools that show parts without their pages. */
export const namespaces = [...new Set([...FIRST_WORDS, ...Object.keys(otherWords).map(namespaceOf)])]
