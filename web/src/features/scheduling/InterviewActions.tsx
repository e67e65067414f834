import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMay } from '@/features/accounts/queries'
import { wallTimeOf } from '@/lib/walltime'
import { Button } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { Dialog } from '@/ui/Dialog'
import { Link } from '@/ui/Link'
import { useProblemSentence } from '@/ui/problemSentence'
import { toast } from '@/ui/toast'

import { InterviewForm } from './InterviewForm'
import { type InterviewCard, useCancelInterview, useChangeInterview, useSendInvitation } from './interviews'

/** What can be done now. The step that comes next is the main one: invite, then open the room, then read. */
export function InterviewActions({ interview }: { interview: InterviewCard }) {
  const [mayPlan, mayLead] = [useMay('interviews.plan'), useMay('rooms.lead')]
  const { state } = interview
  if (state === 'cancelled') return null
  if (state === 'ended') return <ReportLink interview={interview} />
  return (
    <>
      {mayPlan && state !== 'live' && <CancelButton interview={interview} />}
      {mayPlan && state !== 'live' && <ChangeButton interview={interview} />}
      {mayLead && <RoomLink id={interview.id} isNext={state !== 'planned' || !mayPlan} />}
      {mayPlan && state === 'planned' && <InviteButton interview={interview} />}
    </>
  )
}

function ReportLink({ interview: { report, room_session_id: room } }: { interview: InterviewCard }) {
  const { t } = useTranslation('scheduling')
  const mayRead = useMay('reports.read')
  if (!mayRead || !room || report?.state !== 'ready') return null
  return (
    <Link to="/reports/$id" params={{ id: room }} look="main">
      {t('report_read')}
    </Link>
  )
}

function RoomLink({ id, isNext }: { id: string; isNext: boolean }) {
  const { t } = useTranslation('scheduling')
  return (
    <Link to="/interviews/$id/room" params={{ id }} look={isNext ? 'main' : 'plain'}>
      {t('open_room')}
    </Link>
  )
}

function InviteButton({ interview }: { interview: InterviewCard }) {
  const { t } = useTranslation('scheduling')
  const sentence = useProblemSentence()
  const send = useSendInvitation(interview.id)
  // The button is gone once it has worked, so the news does not hang on it.
  const invite = () =>
    send.mutateAsync().then(
      () => toast({ text: t('invited_news', { email: interview.candidate.email }), tone: 'ok' }),
      (problem: unknown) => toast({ text: sentence(problem), tone: 'grave' }),
    )
  return (
    <Button tone="main" busy={send.isPending} onClick={() => void invite()}>
      {t('send_invitation')}
    </Button>
  )
}

function CancelButton({ interview }: { interview: InterviewCard }) {
  const { t } = useTranslation('scheduling')
  const cancel = useCancelInterview(interview.id)
  return (
    <ConfirmDialog
      title={t('cancel_title', { name: interview.candidate.name })}
      description={interview.invitation ? t('cancel_text_invited') : t('cancel_text')}
      confirmLabel={t('cancel_interview')}
      dismissLabel={t('keep_interview')}
      trigger={<Button tone="bare">{t('cancel_interview')}</Button>}
      onConfirm={() => cancel.mutateAsync()}
    />
  )
}

function ChangeButton({ interview }: { interview: InterviewCard }) {
  const { t } = useTranslation('scheduling')
  const [open, setOpen] = useState(false)
  const change = useChangeInterview(interview.id)
  const setOpenAfresh = (next: boolean) => {
    change.reset()
    setOpen(next)
  }
  const { title, zone, minutes, interviewers } = interview
  const interviewer_ids = interviewers.map(({ id }) => id)
  return (
    <Dialog
      title={t('change_title')}
      description={interview.invitation ? t('change_text_invited') : undefined}
      trigger={<Button>{t('change')}</Button>}
      open={open}
      onOpenChange={setOpenAfresh}
    >
      <InterviewForm
        draft={{
          title,
          ...wallTimeOf(interview.starts_at, zone),
          zone,
          fold: null,
          minutes,
          interviewer_ids,
          allow_overlap: false,
        }}
        candidate={interview.candidate}
        submitLabel={t('save')}
        busy={change.isPending}
        problem={change.error}
        onSubmit={(draft) =>
          change.mutate(draft, {
            onSuccess: () => {
              setOpen(false)
              toast({ text: t('changed_news'), tone: 'ok' })
            },
          })
        }
      />
    </Dialog>
  )
}
