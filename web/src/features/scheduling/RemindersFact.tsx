import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { useMay, useMe } from '@/features/accounts/queries'
import { formatDate } from '@/lib/locale'
import { Answer } from '@/ui/Answer'
import { Link } from '@/ui/Link'
import { Timeline, TimelineEntry } from '@/ui/Timeline'

import { type InterviewCard, type Reminder, remindersQuery } from './interviews'

/** When each reminder goes out, went out, or why it did not. */
export function RemindersFact({ interview }: { interview: InterviewCard }) {
  const { t } = useTranslation('scheduling')
  const reminders = useQuery(remindersQuery(interview.id))
  return (
    <Answer query={reminders}>
      {(found) =>
        found.length ? (
          <Timeline label={t('reminders.name')}>
            {found.map((reminder) => (
              <TimelineEntry
                key={`${reminder.kind} ${reminder.channel} ${reminder.for_whom ?? ''}`}
                isQuiet={reminder.settled_at === null}
              >
                <Line reminder={reminder} />
              </TimelineEntry>
            ))}
          </Timeline>
        ) : (
          <span className="text-ink-2">
            {interview.invitation ? t('reminders.too_late') : t('reminders.with_invitation')}
          </span>
        )
      }
    </Answer>
  )
}

function Line({ reminder }: { reminder: Reminder }) {
  const { t } = useTranslation('scheduling')
  const { zone } = useMe()
  const { kind, channel, for_whom, state, reason, settled_at, due_at, error_code } = reminder
  const whom = for_whom ?? t('reminders.candidate')
  const time = formatDate(settled_at ?? due_at, zone, 'moment')
  const { delivery } = reminder
  const unsent = delivery === 'failed' || delivery === 'replaced' ? delivery : undefined
  return (
    <>
      {t(`reminders.${kind}`, { whom })}
      {channel === 'sms' && ` ${t('reminders.by_text')}`}
      {': '}
      <span className={unsent === 'failed' ? 'text-grave' : 'text-ink-2'}>
        {state === 'skipped'
          ? t(`reminders.why.${reason ?? 'late'}`)
          : t(`reminders.${unsent ?? state}`, { time })}
        {unsent !== 'replaced' && error_code && ` ${t(`errors:${error_code}`, { defaultValue: '' })}`}
      </span>{' '}
      <LetterLink id={reminder.message_id} />
    </>
  )
}

function LetterLink({ id }: { id: string | null }) {
  const { t } = useTranslation('scheduling')
  if (!useMay('messages.read') || !id) return null
  return (
    <Link to="/messages/$id" params={{ id }}>
      {t('read_it')}
    </Link>
  )
}
