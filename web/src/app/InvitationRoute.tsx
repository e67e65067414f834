import { useNavigate, useParams } from '@tanstack/react-router'

import { InvitationPage } from '@/features/scheduling/InvitationPage'

/** The page of an invitation for who comes back to it. */
export function InvitationRoute() {
  const { token } = useParams({ from: '/i/$token' })
  const navigate = useNavigate()
  return <InvitationPage token={token} onContinued={() => navigate({ to: '/join' })} />
}
