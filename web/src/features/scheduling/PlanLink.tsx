import { useTranslation } from 'react-i18next'

import { useMay } from '@/features/accounts/queries'
import { Link } from '@/ui/Link'

export function PlanLink() {
  const { t } = useTranslation('scheduling')
  if (!useMay('interviews.plan')) return null
  return (
    <Link to="/interviews/new" look="main">
      {t('plan')}
    </Link>
  )
}
