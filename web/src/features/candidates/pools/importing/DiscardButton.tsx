import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { Button } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'

import { type Import, useDiscardImport } from './queries'

/** Nothing of the file has been written yet, so nothing else changes. */
export function DiscardButton({ run }: { run: Import }) {
  const { t } = useTranslation('pools')
  const discard = useDiscardImport(run.id)
  const navigate = useNavigate()
  const confirm = async () => {
    await discard.mutateAsync()
    await navigate({ to: '/pools/$id', params: { id: run.pool_id } })
  }
  return (
    <ConfirmDialog
      title={t('discard_title', { file: run.file_name })}
      description={t('discard_text')}
      confirmLabel={t('discard')}
      trigger={<Button tone="bare">{t('discard')}</Button>}
      onConfirm={confirm}
    />
  )
}
