import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { FairviewProblem } from '@/api/problem'
import { Button } from '@/ui/Button'
import { Failure } from '@/ui/Failure'
import { Loading } from '@/ui/Loading'
import { useProblemSentence } from '@/ui/problemSentence'

import { JourneyPage } from './JourneyPage'
import { InterviewSummary } from './InterviewSummary'
import { continueInvitation, openInvitation, resendInvitation } from './visit'

export function InvitationPage() {
  const { token } = useParams({ from: '/i/$token' })
  const { t } = useTranslation('visit')
  const navigate = useNavigate()
  const sentence = useProblemSentence()
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => openInvitation(token),
    retry: false,
  })
  const goOn = useMutation({
    mutationFn: () => continueInvitation(token),
    onSuccess: () => navigate({ to: '/join' }),
  })

  if (invitation.isPending) return <Loading />
  if (invitation.error) {
    return <LinkProblem problem={invitation.error} token={token} retry={() => void invitation.refetch()} />
  }
  const { organisation, device } = invitation.data
  return (
    <JourneyPage
      organisation={organisation}
      title={t('invited_title', { organisation })}
      lead={t('invited_lead', { title: invitation.data.title })}
      step={1}
    >
      <InterviewSummary interview={invitation.data} />
      {device === 'other' && <p className="mt-6 text-15 text-notice">{t('other_device')}</p>}
      <div className="mt-7 flex flex-wrap items-center gap-4">
        <Button tone="main" size="candidate" busy={goOn.isPending} onClick={() => goOn.mutate()}>
          {device === 'other' ? t('continue_here') : t('continue')}
        </Button>
      </div>
      {goOn.error && (
        <p role="alert" className="mt-4 text-grave">
          {sentence(goOn.error)}
        </p>
      )}
      <p className="mt-7 text-13 text-ink-2">{t('continue_means')}</p>
    </JourneyPage>
  )
}

function LinkProblem({ problem, token, retry }: { problem: unknown; token: string; retry: () => void }) {
  const { t } = useTranslation('visit')
  const sentence = useProblemSentence()
  const resend = useMutation({ mutationFn: () => resendInvitation(token) })
  const code = problem instanceof FairviewProblem ? problem.code : ''
  if (code === 'offline' || code === 'server_failed') {
    return (
      <JourneyPage title={t('cannot_open_title')}>
        <Failure problem={problem} retry={retry} />
      </JourneyPage>
    )
  }
  return (
    <JourneyPage title={t('cannot_open_title')} lead={sentence(problem)}>
      {code === 'invitation_replaced' &&
        (resend.isSuccess ? (
          <p role="status">{t('link_sent')}</p>
        ) : (
          <Button tone="main" size="candidate" busy={resend.isPending} onClick={() => resend.mutate()}>
            {t('send_new_link')}
          </Button>
        ))}
      {resend.error && (
        <p role="alert" className="mt-4 text-grave">
          {sentence(resend.error)}
        </p>
      )}
    </JourneyPage>
  )
}
