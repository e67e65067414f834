import { useEffect, useState } from 'react'

import { useMe } from '@/features/accounts/queries'

import { firstDraft, type LotDraft, type PlanState, type Proposal } from './draft'
import { forgetPlan, recallPlan, rememberPlan } from './planMemory'
import type { PlannedRow } from './queries'

/** The plan for one lot; what was begun in this tab before is taken up again. */
export function usePlanState(lot: string) {
  const me = useMe()
  const first = firstDraft(me)
  const [recalled, setRecalled] = useState(() => recallPlan(me.id, lot))
  const [state, setState] = useState<PlanState>(recalled ?? { draft: first })
  const isBegun = state.proposal !== undefined || JSON.stringify(state.draft) !== JSON.stringify(first)
  useEffect(() => {
    if (isBegun) rememberPlan(me.id, lot, state)
    else forgetPlan(me.id, lot)
  }, [me.id, lot, isBegun, state])
  return {
    ...state,
    isBegun,
    wasRecalled: recalled !== undefined,
    change: (draft: LotDraft) => setState({ ...state, draft }),
    propose: (proposal: Proposal) => setState({ draft: state.draft, proposal }),
    withdraw: () => setState({ draft: state.draft }),
    setRows: (rows: PlannedRow[]) => setState((now) => withRows(now, rows)),
    startOver: () => {
      setRecalled(undefined)
      setState({ draft: first })
    },
    forget: () => forgetPlan(me.id, lot),
  }
}

function withRows({ draft, proposal }: PlanState, rows: PlannedRow[]): PlanState {
  return proposal ? { draft, proposal: { ...proposal, plan: { ...proposal.plan, rows } } } : { draft }
}
