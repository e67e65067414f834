import { useQuery, type UseQueryResult } from '@tanstack/react-query'

import { useMay, useMe } from '@/features/accounts/queries'
import { lotsQuery } from '@/features/candidates/lots/queries'
import { poolsQuery } from '@/features/candidates/pools/queries'
import { candidatesQuery } from '@/features/candidates/queries'
import { interviewsQuery } from '@/features/scheduling/interviews'
import { formatDate } from '@/lib/locale'

import type { Found, Kind } from './targets'

/** Of each kind; who looks for more goes to its list. */
const MOST = 5

/** Records whose names answer what is typed. An old question is called off when a new one is asked. */
export function useFound(typed: string, kinds: readonly Kind[]) {
  const { zone } = useMe()
  const mayReadPeople = useMay('candidates.read')
  const mayReadInterviews = useMay('interviews.read')
  const wanted = (kind: Kind, may: boolean) => ({ enabled: may && kinds.includes(kind) })
  const candidates = useQuery({ ...candidatesQuery(typed), ...wanted('candidate', mayReadPeople) })
  const pools = useQuery({ ...poolsQuery(false, 1, typed), ...wanted('pool', mayReadPeople) })
  const lots = useQuery({ ...lotsQuery(undefined, 1, typed), ...wanted('lot', mayReadPeople) })
  const interviews = useQuery({
    ...interviewsQuery('all', 1, undefined, typed),
    ...wanted('interview', mayReadInterviews),
  })
  const asked: UseQueryResult[] = [candidates, pools, lots, interviews]
  const found: Record<Kind, Found[]> = {
    candidate: listed(candidates, ({ id, name, email }) => ({
      kind: 'candidate',
      key: id,
      label: name,
      detail: email,
    })),
    pool: listed(pools, ({ id, name }) => ({ kind: 'pool', key: id, label: name })),
    lot: listed(lots, ({ id, name, pool }) => ({ kind: 'lot', key: id, label: name, detail: pool.name })),
    interview: listed(interviews, ({ id, candidate, title, starts_at }) => ({
      kind: 'interview',
      key: id,
      label: `${candidate.name}, ${title}`,
      detail: formatDate(starts_at, zone, 'date'),
    })),
  }
  return {
    found,
    isLooking: asked.some(({ isFetching }) => isFetching),
    failed: asked.find(({ isError }) => isError),
  }
}

function listed<Item>(query: UseQueryResult<{ items: Item[] }>, as: (item: Item) => Found): Found[] {
  return query.isEnabled ? (query.data?.items ?? []).slice(0, MOST).map(as) : []
}
