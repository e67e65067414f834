import { useTranslation } from 'react-i18next'

import { Link } from '@/ui/Link'
import { StandAlone } from '@/ui/StandAlone'
import { usePageTitle } from '@/ui/usePageTitle'

export function NotFoundPage() {
  const { t } = useTranslation('ui')
  usePageTitle(t('not_found_title'))
  return (
    <StandAlone>
      <h1 tabIndex={-1} className="text-25 font-semibold">
        {t('not_found_title')}
      </h1>
      <p className="mt-2 mb-6 text-ink-2">{t('not_found_text')}</p>
      <Link to="/today" look="main">
        {t('to_today')}
      </Link>
    </StandAlone>
  )
}
