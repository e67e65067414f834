import { type QueryCacheNotifyEvent, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

import { FairviewProblem } from '@/api/problem'

/** What a question to the server tells of the way there; nothing where it tells nothing. */
function told(event: QueryCacheNotifyEvent): boolean | undefined {
  if (event.type !== 'updated') return undefined
  const { action } = event
  if (action.type === 'success') return action.manual ? undefined : true
  if (action.type !== 'failed' && action.type !== 'error') return undefined
  const error: unknown = action.error
  return !(error instanceof FairviewProblem && error.status === 0)
}

/** Whether the server answered when it was last asked. */
export function useReachable(): boolean {
  const queries = useQueryClient()
  const [isReachable, setReachable] = useState(true)
  useEffect(
    () =>
      queries.getQueryCache().subscribe((event) => {
        const news = told(event)
        if (news !== undefined) setReachable(news)
      }),
    [queries],
  )
  return isReachable
}
