const SHOWN = 16

/** The beginning of a hash, in groups of four that people can compare: `3f9a 02bc 77d1 e0a4`. */
export function shortMark(hash: string): string {
  return hash.slice(0, SHOWN).replace(/(.{4})(?=.)/g, '$1 ')
}
