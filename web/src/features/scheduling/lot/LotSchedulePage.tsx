import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMe } from '@/features/accounts/queries'
import { Answer } from '@/ui/Answer'
import { usePageTitle } from '@/ui/usePageTitle'

import { LotProgress } from './LotProgress'
import { recallPlan } from './planMemory'
import { type LotInterviews, lotInterviewsQuery } from './queries'
import { SchedulePlan } from './SchedulePlan'

/** From a lot to its interviews: a plan while there is something to plan, then how the letters fare. */
export function LotSchedulePage() {
  const { t } = useTranslation('lot_schedule')
  const { id } = useParams({ from: '/staff/desk/lots/$id/schedule' })
  const query = useQuery(lotInterviewsQuery(id))
  usePageTitle(query.data && t('page_title', { lot: query.data.name }))
  return <Answer query={query}>{(lot) => <PlanOrProgress key={id} lot={lot} />}</Answer>
}

function PlanOrProgress({ lot }: { lot: LotInterviews }) {
  const { id, may } = useMe()
  const mayPlan = may.includes('interviews.plan') && lot.planned < lot.candidates
  const [planning, setPlanning] = useState(
    () => mayPlan && (lot.planned === 0 || recallPlan(id, lot.lot_id) !== undefined),
  )
  const stop = () => setPlanning(false)
  if (planning) return <SchedulePlan lot={lot} onPlanned={stop} onBack={lot.planned > 0 ? stop : undefined} />
  return <LotProgress lot={lot} onPlanMore={() => setPlanning(true)} />
}
