import { useTranslation } from 'react-i18next'

import { Link } from '@/ui/Link'

import type { Fate } from './queries'

const FATES: readonly Fate[] = ['on_its_way', 'outbox', 'sent', 'failed']

/** Which of the messages are shown: all, or those that fare alike. */
export function FateLinks() {
  const { t } = useTranslation('notifications')
  return (
    <nav aria-label={t('which')} className="mb-2 flex flex-wrap gap-1">
      <Link to="/messages" search={{}} look="view" activeOptions={{ exact: true, explicitUndefined: true }}>
        {t('fates.all')}
      </Link>
      {FATES.map((fate) => (
        <Link key={fate} to="/messages" search={{ fate }} look="view">
          {t(`fates.${fate}`)}
        </Link>
      ))}
    </nav>
  )
}
