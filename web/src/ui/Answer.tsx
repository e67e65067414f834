import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { Failure } from './Failure'
import { Loading } from './Loading'

type Props<Data> = { query: UseQueryResult<Data>; children: (data: Data) => ReactNode }

/** The answer to a question to the server; until then that it is awaited, or why there is none. An old answer
 *  stays while a new one is on its way. */
export function Answer<Data>({ query, children }: Props<Data>) {
  if (query.data !== undefined) return children(query.data)
  if (query.isError) return <Failure problem={query.error} retry={() => void query.refetch()} />
  return <Loading />
}
