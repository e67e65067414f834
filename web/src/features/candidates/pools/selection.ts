/** Whom of a pool is meant: some, one by one, or everyone whom the filter finds, on whatever page. */

export type MemberFilter = { search: string; column: string; value: string; order: string }

export type Selection = { mode: 'some'; ids: string[] } | { mode: 'all'; filter: MemberFilter }

export const NOBODY: Selection = { mode: 'some', ids: [] }

export function isChosen(selection: Selection, id: string): boolean {
  return selection.mode === 'all' || selection.ids.includes(id)
}

/** `total` is how many the filter finds. */
export function howMany(selection: Selection, total: number): number {
  return selection.mode === 'all' ? total : selection.ids.length
}

/** Takes some in, or out. Who takes one out of all keeps the others of this page (`shown`). */
export function choose(
  selection: Selection,
  ids: readonly string[],
  on: boolean,
  shown: readonly string[],
): Selection {
  const before = selection.mode === 'all' ? shown : selection.ids
  const without = before.filter((id) => !ids.includes(id))
  return { mode: 'some', ids: on ? [...without, ...ids] : without }
}

/** What lies between two places of a list, both included, in whichever direction. */
export function stretch(ids: readonly string[], from: number, to: number): string[] {
  return ids.slice(Math.min(from, to), Math.max(from, to) + 1)
}
