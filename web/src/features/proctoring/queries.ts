import { queryOptions } from '@tanstack/react-query'

import { answer, desk, type Schemas } from '@/api/client'

export type Measured = Schemas['MeasuredOut']

/** How often each rule was right where the truth was known. It changes with the product alone. */
export const measuredQuery = queryOptions({
  queryKey: ['measured'],
  queryFn: () => answer(desk.GET('/api/rules/measured')),
  staleTime: Infinity,
})
