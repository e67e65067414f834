import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { useMay } from '@/features/accounts/queries'
import { formatNumber } from '@/lib/locale'
import { Answer } from '@/ui/Answer'
import { Breadcrumbs } from '@/ui/Breadcrumbs'
import { Button } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { Empty } from '@/ui/Empty'
import { Link } from '@/ui/Link'
import { PageHeader } from '@/ui/PageHeader'
import { Pager } from '@/ui/Pager'
import { toast } from '@/ui/toast'
import { usePageTitle } from '@/ui/usePageTitle'

import { type InterviewCard, useSendInvitations, type Waiting, waitingQuery } from './interviews'
import { InterviewTable } from './InterviewTable'
import { WaitingLink } from './WaitingLink'

/** Those that Today counts in one line, each with the step that answers it. */
export function WaitingInterviews({ kind, page }: { kind: Waiting['kind']; page: number }) {
  const { t } = useTranslation('scheduling')
  const navigate = useNavigate()
  const found = useQuery(waitingQuery(kind, page))
  const mayPlan = useMay('interviews.plan')
  const title = t(`list_of.${kind}`)
  usePageTitle(title)
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs place="interviews" />}
        title={title}
        lead={
          found.data &&
          t('waiting_count', { count: found.data.total, number: formatNumber(found.data.total) })
        }
        action={
          kind === 'not_invited' && mayPlan && found.data && <InviteAll interviews={found.data.items} />
        }
      />
      <Answer query={found}>
        {({ items, page, pages }) =>
          items.length ? (
            <>
              <InterviewTable
                caption={title}
                interviews={items}
                answerOf={({ id, candidate, room_session_id }) => (
                  <WaitingLink
                    item={{
                      kind,
                      count: 1,
                      interview_id: id,
                      candidate: candidate.name,
                      room_session_id,
                      message_id: null,
                    }}
                  />
                )}
              />
              <Pager
                page={page}
                pages={pages}
                onPage={(to) => void navigate({ to: '/interviews', search: { waits: kind, page: to } })}
              />
            </>
          ) : (
            <Empty
              title={t('waits_none_title')}
              action={
                <Link to="/today" look="plain">
                  {t('today')}
                </Link>
              }
            />
          )
        }
      </Answer>
    </>
  )
}

/** To all that are listed here; those that are refused stay in the list. */
function InviteAll({ interviews }: { interviews: readonly InterviewCard[] }) {
  const { t } = useTranslation('scheduling')
  const send = useSendInvitations()
  const count = interviews.length
  if (count < 2) return null
  const invite = async () => {
    const sent = await send.mutateAsync(interviews.map(({ id }) => id))
    toast({ text: t('invited_all_news', { count: sent }), tone: 'ok' })
  }
  return (
    <ConfirmDialog
      tone="main"
      title={t('invite_all_title', { count })}
      description={t('invite_all_text')}
      confirmLabel={t('invite_all', { count })}
      trigger={<Button tone="main">{t('invite_all', { count })}</Button>}
      onConfirm={invite}
    />
  )
}
