/** Rows in the order that a person asks for; what is not known stays at the end, whichever way they sort. */

export type Known = number | string | null
export type Sorting = { by: string; down: boolean }

export function sorted<Row>(rows: readonly Row[], valueOf: (row: Row) => Known, down: boolean): Row[] {
  return [...rows].sort((one, other) => {
    const [a, b] = [valueOf(one), valueOf(other)]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    const order = typeof a === 'string' && typeof b === 'string' ? a.localeCompare(b) : Number(a) - Number(b)
    return down ? -order : order
  })
}

/** Pressing a column once sorts by it, a second time the other way round. */
export const pressed = (sorting: Sorting, by: string, isNumber: boolean): Sorting =>
  sorting.by === by ? { by, down: !sorting.down } : { by, down: isNumber }
