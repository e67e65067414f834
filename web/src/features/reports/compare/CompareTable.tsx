import { ArrowDown, ArrowUp } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { classes } from '@/lib/classes'
import { useListKeys } from '@/ui/useListKeys'

import type { Column } from './columns'
import type { Compared } from './comparison'
import type { Sorting } from './sorting'

type Props = {
  caption: string
  columns: readonly Column[]
  rows: readonly Compared[]
  sorting: Sorting
  onSort: (column: Column) => void
}

/** One table as wide as it needs to be; the names stay in sight while it is moved sideways. */
export function CompareTable({ caption, columns, rows, sorting, onSort }: Props) {
  const body = useRef<HTMLTableSectionElement>(null)
  useListKeys(body)
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- so that keys can move it sideways
    <div tabIndex={0} role="region" aria-label={caption} className="overflow-x-auto">
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line-2">
            {columns.map((column, index) => (
              <Head
                key={column.key}
                column={column}
                sorting={sorting}
                onSort={onSort}
                isFirst={index === 0}
              />
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row) => (
            <tr key={row.id} data-list-item className="group border-b border-line hover:bg-sunk">
              {columns.map((column, index) =>
                index === 0 ? (
                  <th
                    key={column.key}
                    scope="row"
                    className="sticky start-0 bg-paper py-2.5 pr-4 font-medium group-hover:bg-sunk"
                  >
                    {column.cell(row)}
                  </th>
                ) : (
                  <td
                    key={column.key}
                    className={classes('py-2.5 pr-5 align-middle', column.isNumber && 'tabular-nums')}
                  >
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type HeadProps = { column: Column; sorting: Sorting; onSort: Props['onSort']; isFirst: boolean }

function Head({ column, sorting, onSort, isFirst }: HeadProps) {
  const { t } = useTranslation('comparison')
  const isSorted = sorting.by === column.key
  const Arrow = sorting.down ? ArrowDown : ArrowUp
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (sorting.down ? 'descending' : 'ascending') : 'none'}
      className={classes('py-1 pr-5 align-bottom', isFirst && 'sticky start-0 bg-paper')}
    >
      <button
        type="button"
        title={t('sort_by', { column: column.title })}
        onClick={() => onSort(column)}
        className="inline-flex min-h-9 items-center gap-1 text-start text-13 font-medium text-ink-2 hover:text-ink"
      >
        <span className="line-clamp-3 max-w-28">{column.title}</span>
        <Arrow aria-hidden className={classes('size-3.5 shrink-0', !isSorted && 'invisible')} />
      </button>
    </th>
  )
}
