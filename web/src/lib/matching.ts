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
