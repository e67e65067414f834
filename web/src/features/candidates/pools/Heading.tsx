import { classes } from '@/lib/classes'

import type { MemberFilter } from './selection'

type Props = {
  name: string
  by: string
  filter: MemberFilter
  onFilter: (filter: MemberFilter) => void
}

export function sortedBy({ order }: MemberFilter, by: string): 'ascending' | 'descending' | undefined {
  if (order === by) return 'ascending'
  return order === `-${by}` ? 'descending' : undefined
}

/** Pressing orders by it; pressing again turns the order round. */
export function Heading({ name, by, filter, onFilter }: Props) {
  const sorted = sortedBy(filter, by)
  return (
    <button
      type="button"
      onClick={() => onFilter({ ...filter, order: sorted === 'ascending' ? `-${by}` : by })}
      className={classes(
        'max-w-full truncate rounded-mark py-1 transition-colors hover:text-ink',
        sorted && 'text-ink',
      )}
    >
      {name}
      {sorted && <span aria-hidden> {sorted === 'descending' ? '↓' : '↑'}</span>}
    </button>
  )
}
