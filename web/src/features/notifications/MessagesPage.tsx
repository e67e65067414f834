import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

import { SearchBox } from '@/features/candidates/SearchBox'
import { Answer } from '@/ui/Answer'
import { Empty } from '@/ui/Empty'
import { Link } from '@/ui/Link'
import { PageHeader } from '@/ui/PageHeader'
import { Pager } from '@/ui/Pager'
import { usePageTitle } from '@/ui/usePageTitle'

import { FateLinks } from './FateLinks'
import { MessageTable } from './MessageTable'
import { type MessageRow, messagesQuery } from './queries'
import { SendAll } from './SendAll'

export function MessagesPage() {
  const { t } = useTranslation('notifications')
  const { fate, search, interview, page = 1 } = useSearch({ from: '/staff/desk/messages' })
  const navigate = useNavigate()
  const messages = useQuery(messagesQuery({ fate, search: search ?? '', interview }, page))
  const find = useCallback(
    (text: string) =>
      void navigate({
        to: '/messages',
        search: { ...(fate && { fate }), ...(interview && { interview }), ...(text && { search: text }) },
        replace: true,
      }),
    [navigate, fate, interview],
  )
  usePageTitle(t('title'))
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        action={(fate === 'outbox' || fate === 'failed') && <SendAll state={fate} />}
      />
      <div className="mb-3 flex flex-wrap items-center gap-x-6 gap-y-2">
        <FateLinks fate={fate} search={search} interview={interview} />
        <div className="min-w-0 max-desk:w-full desk:ms-auto desk:w-64">
          <SearchBox label={t('find')} value={search ?? ''} onChange={find} />
        </div>
      </div>
      <Answer query={messages}>
        {(found) => (
          <>
            {interview && <OfInterview messages={found.items} />}
            {found.items.length ? (
              <MessageTable messages={found.items} />
            ) : search || interview ? (
              <Empty title={t('none_match')} text={t('none_match_text')} />
            ) : (
              <Empty title={t(`none.${fate ?? 'all'}_title`)} text={t(`none.${fate ?? 'all'}_text`)} />
            )}
            <Pager
              page={found.page}
              pages={found.pages}
              onPage={(to) => void navigate({ to: '/messages', search: (now) => ({ ...now, page: to }) })}
            />
          </>
        )}
      </Answer>
    </>
  )
}

/** That these are not all: whose they are, and the way to the others. */
function OfInterview({ messages: [first] }: { messages: MessageRow[] }) {
  const { t } = useTranslation('notifications')
  const about = first?.about
  return (
    <p className="mb-3 text-13 text-ink-2">
      {about ? t('of_interview', { name: about.candidate, title: about.title }) : t('of_one_interview')}{' '}
      <Link to="/messages" search={{}}>
        {t('of_all_interviews')}
      </Link>
    </p>
  )
}
