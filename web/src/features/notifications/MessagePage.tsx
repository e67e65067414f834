import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { CalendarDays } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMay, useMe } from '@/features/accounts/queries'
import { Answer } from '@/ui/Answer'
import { Breadcrumbs } from '@/ui/Breadcrumbs'
import { Button } from '@/ui/Button'
import { buttonLook } from '@/ui/buttonLook'
import { Fact, Facts } from '@/ui/Facts'
import { Link } from '@/ui/Link'
import { PageHeader } from '@/ui/PageHeader'
import { useProblemSentence } from '@/ui/problemSentence'
import { Tabs } from '@/ui/Tabs'
import { toast } from '@/ui/toast'
import { usePageTitle } from '@/ui/usePageTitle'
import { When } from '@/ui/When'

import { Letter } from './Letter'
import { LinkedText } from './LinkedText'
import { MessageStateChip } from './MessageStateChip'
import { calendarPath, type Message, messageQuery, useRetry } from './queries'
import { useWhatNow } from './useWhatNow'

export function MessagePage() {
  const { id } = useParams({ from: '/staff/desk/messages/$id' })
  const query = useQuery(messageQuery(id))
  const title = useTitle(query.data)
  usePageTitle(title)
  return (
    <Answer query={query}>
      {(message) => (
        <div className="max-w-3xl">
          <PageHeader
            trail={<Breadcrumbs place="messages" />}
            title={<bdi>{title}</bdi>}
            action={<Actions message={message} />}
          />
          <MessageFacts message={message} />
          <Body message={message} />
        </div>
      )}
    </Answer>
  )
}

function Actions({ message }: { message: Message }) {
  const { t } = useTranslation('notifications')
  const maySend = useMay('messages.send')
  const retry = useRetry(message.id)
  const sentence = useProblemSentence()
  const isWaiting = message.state === 'failed' || message.state === 'outbox'
  return (
    <>
      {message.has_calendar && (
        <a href={calendarPath(message.id)} download="interview.ics" className={buttonLook('plain', 'desk')}>
          <CalendarDays aria-hidden className="size-4" />
          {t('calendar')}
        </a>
      )}
      {maySend && isWaiting && (
        <Button
          tone={message.state === 'failed' ? 'main' : 'plain'}
          busy={retry.isPending}
          onClick={() =>
            retry.mutate(undefined, {
              onError: (problem) => toast({ text: sentence(problem), tone: 'grave' }),
            })
          }
        >
          {message.state === 'failed' ? t('try_again') : t('send_now')}
        </Button>
      )}
    </>
  )
}

/** Only letters have a subject that is theirs. */
function useTitle(message: Message | undefined): string | undefined {
  const { t } = useTranslation('notifications')
  return message?.channel === 'sms' ? t('text_message') : message?.subject
}

function MessageFacts({ message }: { message: Message }) {
  const { t } = useTranslation('notifications')
  const { zone } = useMe()
  const whatNow = useWhatNow()
  return (
    <Facts>
      <Fact name={t('to')}>
        {message.about && `${message.about.recipient}, `}
        {message.to}
      </Fact>
      {message.about && (
        <Fact name={t('about')}>
          <Link to="/interviews/$id" params={{ id: message.about.interview_id }}>
            {t('interview_of', { name: message.about.candidate })}
          </Link>
          <span className="text-ink-2"> {message.about.title}</span>
        </Fact>
      )}
      <Fact name={t('written')}>
        <When at={message.created_at} zone={zone} style="full" />
      </Fact>
      <Fact name={t('state')}>
        <MessageStateChip message={message} />
        <span className="text-ink-2"> {message.state !== 'failed' && whatNow(message)}</span>
        <StateSentence message={message} />
      </Fact>
    </Facts>
  )
}

/** Why it is where it is; what the mail server said stands below, for the person who looks after it. */
function StateSentence({ message: { channel, state, error_code, error, attempts } }: { message: Message }) {
  const { t } = useTranslation(['notifications', 'errors'])
  const code = state === 'replaced' ? 'message_replaced' : error_code
  const explained = code ? t(`errors:${code}`, { defaultValue: t('errors:delivery_failed') }) : ''
  const sentence = state === 'outbox' ? t(`outbox_text.${channel}`) : explained
  if (!sentence) return null
  return (
    <>
      <p className="mt-1 max-w-prose">
        {sentence}
        {attempts > 1 && state === 'failed' && (
          <span className="text-ink-2"> {t('attempts', { count: attempts })}</span>
        )}
      </p>
      {error && <p className="mt-1 font-mono text-13 text-ink-2">{error}</p>}
    </>
  )
}

function Body({ message }: { message: Message }) {
  const { t } = useTranslation('notifications')
  const [view, setView] = useState<'letter' | 'text'>('letter')
  const text = <LinkedText text={message.text} />
  if (!message.html) return <div className="mt-6">{text}</div>
  return (
    <div className="mt-6">
      <Tabs
        label={t('views')}
        value={view}
        onChange={setView}
        tabs={[
          {
            value: 'letter',
            label: t('as_letter'),
            content: <Letter html={message.html} title={message.subject} />,
          },
          { value: 'text', label: t('as_text'), content: text },
        ]}
      />
    </div>
  )
}
