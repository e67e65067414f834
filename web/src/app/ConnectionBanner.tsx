import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { Banner } from '@/ui/Banner'
import { Button } from '@/ui/Button'

import { useReachable } from './useReachable'

/** Says when the server cannot be reached, what is safe meanwhile, and how to try again. */
export function ConnectionBanner() {
  const { t } = useTranslation('parts')
  const queries = useQueryClient()
  const isReachable = useReachable()
  return (
    <Banner
      action={
        <Button onClick={() => void queries.refetchQueries({ type: 'active' })}>{t('ui:try_again')}</Button>
      }
    >
      {!isReachable && t('no_connection')}
    </Banner>
  )
}
