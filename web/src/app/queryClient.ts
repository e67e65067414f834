import { QueryCache, QueryClient } from '@tanstack/react-query'

import { FairviewProblem } from '@/api/problem'
import { meQuery } from '@/features/accounts/queries'

const MOST_TRIES = 3

/** Only what may pass by itself is asked again: no network, or a server in trouble. */
function mayPass(tries: number, problem: Error): boolean {
  const status = problem instanceof FairviewProblem ? problem.status : -1
  return tries < MOST_TRIES && (status === 0 || status >= 500)
}

/** `onSignedOut` is called when a session turns out to be over. To ask who is signed in, and to hear that nobody
 *  is, is no news. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const client = new QueryClient({
    queryCache: new QueryCache({
      onError: (problem, { queryKey }) => {
        if (!(problem instanceof FairviewProblem && problem.code === 'unauthenticated')) return
        if (queryKey[0] === meQuery.queryKey[0]) return
        client.removeQueries(meQuery)
        onSignedOut()
      },
    }),
    defaultOptions: { queries: { retry: mayPass, staleTime: 10_000 } },
  })
  return client
}
