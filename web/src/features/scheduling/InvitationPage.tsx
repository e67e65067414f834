import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { FairviewProblem } from '@/api/problem'
import { type Attempt, attempt } from '@/lib/attempt'
import { useAction } from '@/lib/useAction'
import { Button } from '@/ui/Button'
import { Loading } from '@/ui/Loading'
import { useProblemSentence } from '@/ui/problemSentence'

import { JourneyPage } from './JourneyPage'
import { WhatWillHappen } from './WhatWillHappen'
import {
  continueInvitation,
  type Invitation,
  openInvitation,
  resendInvitation,
  tellNeedByLink,
} from './visit'

type Props = {
  token: string
  /** This browser is theirs from now on. */
  onContinued: () => Promise<void>
}

/** Asks by itself for what it shows: it is drawn before the rest of the product is there. */
export function InvitationPage({ token, onContinued }: Props) {
  const [tries, setTries] = useState(1)
  const [opened, setOpened] = useState<Attempt<Invitation>>()
  useEffect(() => {
    void attempt(openInvitation(token)).then(setOpened)
  }, [token, tries])

  if (!opened) return <Loading />
  if (opened.problem)
    return <LinkProblem problem={opened.problem} token={token} onRetry={() => setTries(tries + 1)} />
  return (
    <Welcome
      token={token}
      onContinued={onContinued}
      invitation={opened.value}
      onTold={(value) => setOpened({ value })}
    />
  )
}

type WelcomeProps = Props & { invitation: Invitation; onTold: (invitation: Invitation) => void }

function Welcome({ token, onContinued, invitation, onTold }: WelcomeProps) {
  const { t } = useTranslation('visit')
  const sentence = useProblemSentence()
  const goOn = useAction(async () => {
    await continueInvitation(token)
    await onContinued()
  })
  const isElsewhere = invitation.device === 'other'
  return (
    <WhatWillHappen
      interview={invitation}
      onTell={(kind, text) => tellNeedByLink(token, kind, text).then(onTold)}
      notice={isElsewhere ? t('other_device') : undefined}
      problem={goOn.problem && sentence(goOn.problem)}
      foot={
        <Button tone="main" size="candidate" busy={goOn.isBusy} onClick={goOn.run}>
          {isElsewhere ? t('continue_here') : t('continue')}
        </Button>
      }
    />
  )
}

type ProblemProps = { problem: Error; token: string; onRetry: () => void }

function LinkProblem({ problem, token, onRetry }: ProblemProps) {
  const { t } = useTranslation(['visit', 'ui'])
  const sentence = useProblemSentence()
  const resend = useAction(() => resendInvitation(token))
  const code = problem instanceof FairviewProblem ? problem.code : ''
  const mayPass = code === 'offline' || code === 'server_failed'
  const mayAskForNew = code === 'invitation_replaced' && !resend.isDone
  return (
    <JourneyPage
      title={t('cannot_open_title')}
      lead={sentence(problem)}
      foot={
        <>
          {mayPass && (
            <Button tone="main" size="candidate" onClick={onRetry}>
              {t('ui:try_again')}
            </Button>
          )}
          {mayAskForNew && (
            <Button tone="main" size="candidate" busy={resend.isBusy} onClick={resend.run}>
              {t('send_new_link')}
            </Button>
          )}
        </>
      }
    >
      <div role="status">{resend.isDone && <p>{t('link_sent')}</p>}</div>
      {resend.problem && (
        <p role="alert" className="mt-4 text-grave">
          {sentence(resend.problem)}
        </p>
      )}
    </JourneyPage>
  )
}
