import type { ReactNode } from 'react'

import { FairviewProblem } from '@/api/problem'
import { Failure } from '@/ui/Failure'

import { type Capability, useMe } from './queries'

/** What is only for those who may; the others are told so before they fill in what the server would refuse. */
export function Allowed({ asks, children }: { asks: Capability; children: ReactNode }) {
  const { may, others_may } = useMe()
  if (may.includes(asks)) return children
  const roles = others_may[asks]?.join(' ') ?? ''
  return <Failure problem={new FairviewProblem({ code: 'forbidden', status: 403, params: { roles } })} />
}
