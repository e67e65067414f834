import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { formatNumber } from '@/lib/locale'
import { Button } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'

import type { Preview } from '../queries'
import { filterWords } from '../words'
import { type Draft, type Filter, sizeOf } from './draft'

type Props = {
  draft: Draft
  filter: Filter
  preview: Preview | undefined
  ready: boolean
  /** Pressed, whether or not everything is said. */
  onTry: () => void
  onConfirm: () => Promise<unknown> | undefined
}

/** The last look before the lot is frozen. */
export function ConfirmDraw({ draft, filter, preview, ready, onTry, onConfirm }: Props) {
  const { t } = useTranslation('lots')
  const [open, setOpen] = useState(false)
  const counts = { size: formatNumber(sizeOf(draft)), members: formatNumber(preview?.members ?? 0) }
  const verb = t(draft.way === 'lot' ? 'draw' : 'make')
  const limits = draft.way === 'hand' ? [] : filterWords(filter, t)
  return (
    <>
      <Button
        tone="main"
        className="justify-self-start"
        onClick={() => {
          onTry()
          if (ready) setOpen(true)
        }}
      >
        {verb}
      </Button>
      <ConfirmDialog
        title={t(draft.way === 'lot' ? 'confirm_draw' : 'confirm_make', counts)}
        description={[...limits, t('confirm_text')].join(' ')}
        confirmLabel={verb}
        tone="main"
        open={open}
        onOpenChange={setOpen}
        onConfirm={onConfirm}
      />
    </>
  )
}
