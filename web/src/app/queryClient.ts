import { QueryCache, QueryClient } from '@tanstack/react-query'

import { FairviewProblem } from '@/api/problem'

const MOST_TRIES = 3

/** Only what may pass by itself is asked again: no network, or a server in trouble. */
function mayPass(tries: number, problem: Error): boolean {
  const status = problem instanceof FairviewProblem ? problem.status : -1
  return tries < MOST_TRIES && (status === 0 || status >= 500)
}

/** `onSignedOut` is called when an answer says that the session is over. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (problem) => {
        if (problem instanceof FairviewProblem && problem.code === 'unauthenticated') onSignedOut()
      },
    }),
    defaultOptions: { queries: { retry: mayPass, staleTime: 10_000 } },
  })
}
