import { type ReactNode, type RefObject, useEffect, useRef } from 'react'

import { classes } from '@/lib/classes'

import { Skeleton } from './Skeleton'
import { useListKeys } from './useListKeys'
import { useRowWindow } from './useRowWindow'

/** Two lines of text with their air. All rows have it, so that where one stands needs no measuring. */
const ROW_PX = 60

export type DataColumn<Row> = {
  id: string
  head: ReactNode
  /** Tailwind's class for its width: columns never move while one scrolls. */
  width: string
  sorted?: 'ascending' | 'descending' | undefined
  /** Stays at the start while the others move sideways. */
  stays?: boolean
  cell: (row: Row, at: number) => ReactNode
}

type Props<Row> = {
  caption: string
  columns: readonly DataColumn<Row>[]
  count: number
  /** Not there yet where it is still being fetched. */
  rowAt: (at: number) => Row | undefined
  isChosen: (row: Row) => boolean
  /** What is in view, so that it can be fetched. */
  onWindow: (first: number, end: number) => void
  /** Another order or another question: back to the top. */
  resetOn: string
}

/** Any number of rows, of which only those in view are drawn. The head stays, and readers are told the whole. */
export function DataTable<Row>({ caption, columns, count, rowAt, isChosen, ...rest }: Props<Row>) {
  const region = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLTableSectionElement>(null)
  const { first, end } = useRowWindow(region, count, ROW_PX)
  useListKeys(body)
  const { onWindow } = rest
  useEffect(() => onWindow(first, end), [first, end, onWindow])
  useTopOn(region, rest.resetOn)
  return (
    <div
      ref={region}
      role="region"
      aria-label={caption}
      // What scrolls must be reachable without a pointer.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className="max-h-[calc(100dvh-14rem)] min-h-80 scroll-pt-12 overflow-auto overscroll-contain border-y border-line"
    >
      <table
        className="w-max min-w-full table-fixed border-separate border-spacing-0"
        aria-rowcount={count + 1}
      >
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(({ id, head, width, sorted, stays }) => (
              <th
                key={id}
                scope="col"
                aria-sort={sorted}
                className={classes(
                  'sticky top-0 z-2 border-b border-line-2 bg-paper py-1 pe-4 text-start text-13 font-medium text-ink-2',
                  stays && 'start-0 z-3',
                  width,
                )}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          <Gap rows={first} span={columns.length} />
          {Array.from({ length: end - first }, (_, index) => first + index).map((at) => {
            const row = rowAt(at)
            return (
              <Line key={at} at={at} chosen={row !== undefined && isChosen(row)} awaited={row === undefined}>
                {columns.map((column) => (
                  <td
                    key={column.id}
                    className={classes(
                      'overflow-hidden border-b border-line bg-inherit pe-4',
                      column.stays && 'sticky start-0 z-1',
                    )}
                  >
                    {row === undefined ? <Skeleton /> : column.cell(row, at)}
                  </td>
                ))}
              </Line>
            )
          })}
          <Gap rows={count - end} span={columns.length} />
        </tbody>
      </table>
    </div>
  )
}

type LineProps = { at: number; chosen: boolean; awaited: boolean; children: ReactNode }

function Line({ at, chosen, awaited, children }: LineProps) {
  return (
    <tr
      data-list-item
      aria-rowindex={at + 2}
      aria-busy={awaited || undefined}
      style={{ height: ROW_PX }}
      className={chosen ? 'bg-accent-soft' : 'bg-paper focus-within:bg-sunk hover:bg-sunk'}
    >
      {children}
    </tr>
  )
}

/** The room of the rows that are not drawn. */
function Gap({ rows, span }: { rows: number; span: number }) {
  if (rows <= 0) return null
  return (
    <tr aria-hidden style={{ height: rows * ROW_PX }}>
      <td colSpan={span} />
    </tr>
  )
}

function useTopOn(region: RefObject<HTMLElement | null>, what: string): void {
  useEffect(() => {
    region.current?.scrollTo({ top: 0 })
  }, [region, what])
}
