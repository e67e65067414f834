import { useTranslation } from 'react-i18next'

import { useMay, useMe } from '@/features/accounts/queries'
import { Button } from '@/ui/Button'
import { Link } from '@/ui/Link'
import { Cell, Row, Table } from '@/ui/Table'
import { When } from '@/ui/When'

import { ChannelMark } from './ChannelMark'
import { MessageStateChip } from './MessageStateChip'
import type { MessageRow } from './queries'
import { useSending } from './useSending'
import { useWhatNow } from './useWhatNow'

/** To whom, what, since when, how it fares and why, and what can be done about it. */
export function MessageTable({ messages }: { messages: MessageRow[] }) {
  const { t } = useTranslation('notifications')
  const maySend = useMay('messages.send')
  const columns = [t('to'), t('message'), t('written'), t('state')]
  return (
    <Table caption={t('title')} columns={maySend ? [...columns, t('action')] : columns}>
      {messages.map((message) => (
        <MessageLine key={message.id} message={message} maySend={maySend} />
      ))}
    </Table>
  )
}

function MessageLine({ message, maySend }: { message: MessageRow; maySend: boolean }) {
  const { zone } = useMe()
  const whatNow = useWhatNow()
  const { about } = message
  return (
    <Row quiet={message.state === 'replaced'}>
      <Cell lead>
        <span className="flex items-start gap-2">
          <ChannelMark channel={message.channel} />
          <span className="min-w-0">
            {about && <span className="block">{about.recipient}</span>}
            <span className="text-13 wrap-anywhere text-ink-2">{message.to}</span>
          </span>
        </span>
      </Cell>
      <Cell>
        <Link to="/messages/$id" params={{ id: message.id }} look="quiet">
          <bdi>{message.subject}</bdi>
        </Link>
      </Cell>
      <Cell mono>
        <When at={message.created_at} zone={zone} />
      </Cell>
      <Cell>
        <MessageStateChip message={message} />
        <span className="block max-w-xs text-13 text-ink-2">{whatNow(message)}</span>
      </Cell>
      {maySend && (
        <Cell end>
          <Answering message={message} />
        </Cell>
      )}
    </Row>
  )
}

/** What may have gone out is decided about on its own page, where the whole answer stands. */
function Answering({ message }: { message: MessageRow }) {
  const { t } = useTranslation('notifications')
  const { send, takeBack, busy } = useSending()
  const { id, state, error_code: code, about, to } = message
  const whom = { name: about?.recipient ?? to }
  if (message.can_be_taken_back)
    return (
      <Button tone="bare" aria-label={t('take_back_from', whom)} onClick={() => void takeBack([id])}>
        {t('undo')}
      </Button>
    )
  if (state !== 'failed' || code === 'delivery_interrupted' || code === 'message_outdated') return null
  return (
    <Button busy={busy} aria-label={t('try_again_to', whom)} onClick={() => void send({ message_ids: [id] })}>
      {t('try_again')}
    </Button>
  )
}
