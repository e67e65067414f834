import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { formatNumber } from '@/lib/locale'
import { Link } from '@/ui/Link'

import { type Fate, openQuery } from './queries'

const FATES: readonly Fate[] = ['on_its_way', 'outbox', 'failed', 'sent']

type Props = { fate: Fate | undefined; search: string | undefined; interview: string | undefined }

/** Which of the messages are shown: all, or those that fare alike. Of those that are not done with, how many. */
export function FateLinks({ fate: now, search, interview }: Props) {
  const { t } = useTranslation('notifications')
  const open = useQuery(openQuery).data
  const others = { ...(search && { search }), ...(interview && { interview }) }
  const look = (fate: Fate | undefined) =>
    ({ look: 'view', activeProps: {}, 'aria-current': fate === now ? 'page' : undefined }) as const
  const countOf = (fate: Fate) => (open && fate !== 'sent' ? open[fate] : 0)
  return (
    <nav aria-label={t('which')} className="flex flex-wrap gap-1">
      <Link to="/messages" search={others} {...look(undefined)}>
        {t('fates.all')}
      </Link>
      {FATES.map((fate) => (
        <Link key={fate} to="/messages" search={{ ...others, fate }} {...look(fate)}>
          {t(`fates.${fate}`)}
          {countOf(fate) > 0 && <span className="ms-1.5 text-13">{formatNumber(countOf(fate))}</span>}
        </Link>
      ))}
    </nav>
  )
}
