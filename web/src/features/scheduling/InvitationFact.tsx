import { useTranslation } from 'react-i18next'

import { useMay, useMe } from '@/features/accounts/queries'
import { formatDate } from '@/lib/locale'
import { Button } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { Link } from '@/ui/Link'

import type { InterviewCard, Invitation } from './interviews'
import { useSendInvitation } from './interviews'

/** Where the invitation is, the letter itself, and sending it again. */
export function InvitationFact({ interview }: { interview: InterviewCard }) {
  const { t } = useTranslation('scheduling')
  const { invitation } = interview
  if (!invitation) return <span className="text-ink-2">{t('invitation_none')}</span>
  return (
    <div className="flex flex-wrap items-baseline gap-x-4 gap-y-2">
      <Delivery invitation={invitation} />
      <MessageLinks id={invitation.message_id} interview={interview.id} />
      {!['ended', 'cancelled', 'live'].includes(interview.state) && <SendAgain interview={interview} />}
    </div>
  )
}

function Delivery({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation('scheduling')
  const { zone } = useMe()
  const failed = invitation.delivery === 'failed'
  return (
    <span className={failed ? 'text-grave' : undefined}>
      {t(`delivery.${invitation.delivery}`, { time: formatDate(invitation.sent_at, zone, 'moment') })}
      {invitation.error_code && ` ${t(`errors:${invitation.error_code}`, { defaultValue: '' })}`}
      {invitation.opened_at &&
        ` ${t('invitation_opened', { time: formatDate(invitation.opened_at, zone, 'moment') })}`}
    </span>
  )
}

/** The letter itself, and everything else that was written about the interview. */
function MessageLinks({ id, interview }: { id: string; interview: string }) {
  const { t } = useTranslation('scheduling')
  if (!useMay('messages.read')) return null
  return (
    <>
      <Link to="/messages/$id" params={{ id }}>
        {t('read_letter')}
      </Link>
      <Link to="/messages" search={{ interview }}>
        {t('all_messages')}
      </Link>
    </>
  )
}

function SendAgain({ interview }: { interview: InterviewCard }) {
  const { t } = useTranslation('scheduling')
  const send = useSendInvitation(interview.id)
  if (!useMay('interviews.plan')) return null
  return (
    <ConfirmDialog
      tone="main"
      title={t('send_again_title', { name: interview.candidate.name })}
      description={t('send_again_text')}
      confirmLabel={t('send_again')}
      trigger={<Button className="-my-1.5">{t('send_again')}</Button>}
      onConfirm={() => send.mutateAsync()}
    />
  )
}
