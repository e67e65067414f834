import { useTranslation } from 'react-i18next'

import { formatNumber } from '@/lib/locale'
import { ConfirmDialog } from '@/ui/ConfirmDialog'

import type { Preview } from '../queries'
import { filterWords } from '../words'
import { type Draft, type Filter, sizeOf } from './draft'

type Props = {
  draft: Draft
  filter: Filter
  preview: Preview | undefined
  verb: string
  open: boolean
  onOpenChange: (open: boolean) => void
  onConfirm: () => Promise<unknown> | undefined
}

/** The last look before the lot is frozen. */
export function ConfirmDraw({ draft, filter, preview, verb, ...dialog }: Props) {
  const { t } = useTranslation('lots')
  const counts = { size: formatNumber(sizeOf(draft)), members: formatNumber(preview?.members ?? 0) }
  const limits = draft.way === 'hand' ? [] : filterWords(filter, t)
  return (
    <ConfirmDialog
      title={t(draft.way === 'lot' ? 'confirm_draw' : 'confirm_make', counts)}
      description={[...limits, t('confirm_text')].join(' ')}
      confirmLabel={verb}
      tone="main"
      {...dialog}
    />
  )
}
