import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'

import { useSettled } from '@/lib/useSettled'

import { type Member, membersPageQuery, PAGE_SIZE } from './queries'
import type { MemberFilter } from './selection'

/** Whoever drags the bar past thousands wants where they stop. */
const SCROLLING_PAUSE_MS = 80

/** The pages on which rows `first` to `end` stand, counted from 1. */
function pagesOf(first: number, end: number): number[] {
  const from = Math.floor(first / PAGE_SIZE)
  const to = Math.floor(Math.max(first, end - 1) / PAGE_SIZE)
  return Array.from({ length: to - from + 1 }, (_, index) => from + index + 1)
}

/** Members by their place in the order, fetched as they come into view. */
export function useMemberRows(pool: string, filter: MemberFilter) {
  const client = useQueryClient()
  const [view, setView] = useState({ first: 0, end: PAGE_SIZE })
  const settled = useSettled(view, SCROLLING_PAUSE_MS)
  const query = (page: number) => membersPageQuery(pool, filter, page)
  useQueries({ queries: pagesOf(settled.first, settled.end).map(query) })

  const onWindow = useCallback((first: number, end: number) => setView({ first, end }), [])
  const rowAt = (at: number): Member | undefined =>
    client.getQueryData(query(Math.floor(at / PAGE_SIZE) + 1).queryKey)?.items[at % PAGE_SIZE]
  const shownIds = () =>
    Array.from({ length: view.end - view.first }, (_, index) => rowAt(view.first + index)?.id ?? []).flat()
  /** Also of rows that were never in view. */
  const idsBetween = async (first: number, last: number): Promise<string[]> => {
    const pages = await Promise.all(pagesOf(first, last + 1).map((page) => client.query({ ...query(page) })))
    const start = first - (first % PAGE_SIZE)
    return pages.flatMap(({ items }) => items.map(({ id }) => id)).slice(first - start, last + 1 - start)
  }
  return { onWindow, rowAt, shownIds, idsBetween }
}
