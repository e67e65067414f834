import { useParams } from '@tanstack/react-router'

import { CandidatePage } from '@/features/candidates/CandidatePage'
import { CandidateInterviews } from '@/features/scheduling/CandidateInterviews'

/** A candidate with their interviews: two contexts on one page. */
export function CandidateRoute() {
  const { id } = useParams({ from: '/staff/desk/candidates/$id' })
  return (
    <CandidatePage id={id}>
      <CandidateInterviews candidateId={id} />
    </CandidatePage>
  )
}
