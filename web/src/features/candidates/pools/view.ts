/** How one person looks at one pool: which columns are left out, and what they saved under a name. The server has
 *  no place for it, so it is kept in the browser. */

import { useState } from 'react'

import { useMe } from '@/features/accounts/queries'

import type { MemberFilter } from './selection'

export type SavedView = { name: string; filter: MemberFilter; hidden: string[] }
type Kept = { hidden: string[]; views: SavedView[] }

const NOTHING: Kept = { hidden: [], views: [] }

export function usePoolView(pool: string) {
  const { id } = useMe()
  const storedAs = `fairview.pool.${id}.${pool}`
  const [kept, setKept] = useState<Kept>(
    () => (JSON.parse(localStorage.getItem(storedAs) ?? 'null') as Kept | null) ?? NOTHING,
  )
  const keep = (part: Partial<Kept>) => {
    const next = { ...kept, ...part }
    localStorage.setItem(storedAs, JSON.stringify(next))
    setKept(next)
  }
  const others = (name: string) => kept.views.filter((view) => view.name !== name)
  return {
    ...kept,
    showColumn: (column: string, on: boolean) =>
      keep({ hidden: on ? kept.hidden.filter((one) => one !== column) : [...kept.hidden, column] }),
    apply: (view: SavedView) => keep({ hidden: view.hidden }),
    save: (name: string, filter: MemberFilter) =>
      keep({ views: [...others(name), { name, filter, hidden: kept.hidden }] }),
    forget: (name: string) => keep({ views: others(name) }),
  }
}

export type PoolView = ReturnType<typeof usePoolView>
