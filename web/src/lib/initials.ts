/** What stands for a name where there is no room for it. */

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

const firstOf = (word: string) => letters.segment(word)[Symbol.iterator]().next().value?.segment ?? ''

/** The first letters of the first and the last word; one where a script has no capitals, since there words are not
 *  shortened that way. */
export function initials(name: string): string {
  const words = name.split(/[\s-]+/u).filter((word) => /^\p{L}/u.test(word))
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : ''].map((word = '') =>
    firstOf(word),
  )
  const hasCapitals = first.toLocaleUpperCase() !== first.toLocaleLowerCase()
  return hasCapitals ? (first + last).toLocaleUpperCase() : first
}
