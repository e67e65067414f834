/** Search as people type it: case, accents and the order of words do not matter. */

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[_/\-.]+/g, ' ')
    .toLowerCase()
    .trim()
}

export function matches(text: string, query: string): boolean {
  const words = plain(text)
  return plain(query)
    .split(/\s+/)
    .every((word) => words.includes(word))
}

/** How well a text answers what was typed, by the beginnings of its words in their order: “ni”, “new int” and
 *  “interv” all find “New interview”. Smaller is better; nothing where it does not answer. */
export function rank(text: string, query: string): number | undefined {
  const words = plain(text).split(/\s+/)
  const typed = plain(query).replace(/\s+/g, '')
  if (words.join('').startsWith(typed)) return 0
  const first = words.findIndex((_, at) => begins(words.slice(at), typed))
  return first < 0 ? undefined : first + 1
}

/** Whether the first word gives the first letters, and those behind it the rest. */
function begins([word = '', ...others]: string[], typed: string): boolean {
  const lengths = Array.from({ length: word.length }, (_, at) => at + 1)
  return lengths.some((length) => {
    if (!typed.startsWith(word.slice(0, length))) return false
    const rest = typed.slice(length)
    return rest === '' || others.some((_, at) => begins(others.slice(at), rest))
  })
}
