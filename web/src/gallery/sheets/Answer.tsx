import type { UseQueryResult } from '@tanstack/react-query'

import { FairviewProblem } from '@/api/problem'
import { Answer } from '@/ui/Answer'

import type { Sheet } from '../sheet'

type Query = UseQueryResult<string>
const queried = (state: Partial<Query>) => state as Query
const awaited = queried({ isError: false })
const answered = queried({ isError: false, data: 'Three interviews wait for you today.' })
const failed = queried({ isError: true, error: new FairviewProblem({ code: 'server_failed' }) })

export const sheet: Sheet = {
  part: 'Answer',
  states: [
    { name: 'awaited', draw: () => <Answer query={awaited}>{(text) => <p>{text}</p>}</Answer> },
    { name: 'answered', draw: () => <Answer query={answered}>{(text) => <p>{text}</p>}</Answer> },
    { name: 'failed', draw: () => <Answer query={failed}>{(text) => <p>{text}</p>}</Answer> },
  ],
}
