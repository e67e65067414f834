import { ArrowDown, ArrowUp } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { classes } from '@/lib/classes'
import { Sideways, staysLook } from '@/ui/Sideways'
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
    <Sideways label={caption} firstStays>
      <table className="w-full border-collapse text-start">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line-2 bg-paper">
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
            <tr key={row.id} data-list-item className="border-b border-line bg-paper hover:bg-sunk">
              {columns.map((column, index) =>
                index === 0 ? (
                  <th
                    key={column.key}
                    scope="row"
                    className={classes(staysLook, 'min-w-32 py-2.5 pe-3 font-medium')}
                  >
                    {column.cell(row)}
                  </th>
                ) : (
                  <td
                    key={column.key}
                    className={classes(
                      'py-2.5 pe-3 align-middle last:pe-0',
                      column.isNumber && 'tabular-nums',
                    )}
                  >
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
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
      className={classes('py-1 pe-3 align-bottom last:pe-0', isFirst && staysLook)}
    >
      <button
        type="button"
        title={t('sort_by', { column: column.title })}
        onClick={() => onSort(column)}
        className={classes(
          'inline-flex min-h-9 items-end gap-0.5 pb-1.5 text-start text-13 font-medium hover:text-ink',
          isSorted ? 'text-ink' : 'text-ink-2',
        )}
      >
        <span className="line-clamp-3 max-w-24 wrap-break-word hyphens-auto">{column.title}</span>
        {isSorted && <Arrow aria-hidden className="mb-0.5 size-3.5 shrink-0" />}
      </button>
    </th>
  )
}
