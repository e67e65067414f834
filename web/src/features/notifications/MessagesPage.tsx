import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { useMe } from '@/features/accounts/queries'
import { Answer } from '@/ui/Answer'
import { Empty } from '@/ui/Empty'
import { Link } from '@/ui/Link'
import { PageHeader } from '@/ui/PageHeader'
import { Pager } from '@/ui/Pager'
import { Cell, Row, Table } from '@/ui/Table'
import { usePageTitle } from '@/ui/usePageTitle'
import { When } from '@/ui/When'

import { ChannelMark } from './ChannelMark'
import { FateLinks } from './FateLinks'
import { MessageStateChip } from './MessageStateChip'
import { type MessageRow, messagesQuery } from './queries'
import { SendAll } from './SendAll'

export function MessagesPage() {
  const { t } = useTranslation('notifications')
  const { fate, page = 1 } = useSearch({ from: '/staff/desk/messages' })
  const navigate = useNavigate()
  const messages = useQuery(messagesQuery(fate, page))
  usePageTitle(t('title'))
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        action={(fate === 'outbox' || fate === 'failed') && <SendAll state={fate} />}
      />
      <FateLinks />
      <Answer query={messages}>
        {(found) =>
          found.items.length ? (
            <>
              <MessageTable messages={found.items} />
              <Pager
                page={found.page}
                pages={found.pages}
                onPage={(to) => void navigate({ to: '/messages', search: (now) => ({ ...now, page: to }) })}
              />
            </>
          ) : (
            <Empty title={t(`none.${fate ?? 'all'}_title`)} text={t(`none.${fate ?? 'all'}_text`)} />
          )
        }
      </Answer>
    </>
  )
}

function MessageTable({ messages }: { messages: MessageRow[] }) {
  const { t } = useTranslation('notifications')
  const { zone } = useMe()
  return (
    <Table caption={t('title')} columns={[t('written'), t('message'), t('to'), t('state')]}>
      {messages.map((message) => (
        <Row key={message.id} quiet={message.state === 'replaced'}>
          <Cell mono>
            <When at={message.created_at} zone={zone} />
          </Cell>
          <Cell lead>
            <span className="flex items-start gap-2">
              <ChannelMark channel={message.channel} />
              <Link to="/messages/$id" params={{ id: message.id }} look="quiet">
                {message.subject}
              </Link>
            </span>
          </Cell>
          <Cell>{message.to}</Cell>
          <Cell end>
            <MessageStateChip message={message} />
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
