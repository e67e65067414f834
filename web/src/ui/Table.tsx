import { type ReactNode, useRef } from 'react'

import { classes } from '@/lib/classes'

import { Sideways } from './Sideways'
import { useListKeys } from './useListKeys'

type Props = {
  /** What the table holds, for those who cannot see it at a glance. */
  caption: string
  columns: readonly string[]
  children: ReactNode
}

/** Rows between hairlines. On a narrow page each row stacks: the first cell leads, the others follow in a line.
 *  J and K go from row to row, Enter opens: the focus sits on the row's own link. */
export function Table({ caption, columns, children }: Props) {
  const body = useRef<HTMLTableSectionElement>(null)
  useListKeys(body)
  return (
    <Sideways label={caption}>
      <table className="block w-full border-collapse desk:table">
        <caption className="sr-only">{caption}</caption>
        <thead className="sr-only desk:not-sr-only desk:table-header-group">
          <tr className="border-b border-line-2">
            {columns.map((column) => (
              <th key={column} scope="col" className="py-2 pe-4 text-start text-13 font-medium text-ink-2">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body} className="block border-t border-line desk:table-row-group desk:border-t-0">
          {children}
        </tbody>
      </table>
    </Sideways>
  )
}

/** `quiet` rows are over or put aside. */
export function Row({ children, quiet }: { children: ReactNode; quiet?: boolean }) {
  return (
    <tr
      data-list-item
      className={classes(
        'flex flex-wrap items-center gap-x-3 gap-y-0.5 border-b border-line py-3 desk:table-row desk:py-0',
        'transition-colors focus-within:bg-sunk hover:bg-sunk/60',
        quiet && 'text-ink-2',
      )}
    >
      {children}
    </tr>
  )
}

type CellProps = {
  children?: ReactNode
  /** The cell that names the row: first and alone on its line when the page is narrow. */
  lead?: boolean
  /** Times and numbers that are compared. */
  mono?: boolean
  /** At the end of its line when the page is narrow. */
  end?: boolean
  /** Left out when the page is narrow. */
  wide?: boolean
  className?: string
}

export function Cell({ children, lead, mono, end, wide, className }: CellProps) {
  return (
    <td
      className={classes(
        'py-0 align-middle desk:py-2.5 desk:pe-4',
        lead && 'w-full font-medium max-desk:order-first desk:w-auto',
        !lead && 'max-desk:text-13 max-desk:text-ink-2',
        mono && 'font-mono text-13 whitespace-nowrap',
        end && 'max-desk:ms-auto',
        wide && 'max-desk:hidden',
        className,
      )}
    >
      {children}
    </td>
  )
}
