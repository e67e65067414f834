import { useTranslation } from 'react-i18next'

import { upload } from '@/api/upload'
import { formatNumber } from '@/lib/locale'
import { FileDrop } from '@/ui/FileDrop'

import type { Pool } from '../queries'
import type { Import } from './queries'

const KINDS = '.csv,.tsv,.txt,.xlsx'

type Props = { pool: Pool; onUploaded: (run: Import) => void }

/** The file with the people in it. */
export function FileStep({ pool, onUploaded }: Props) {
  const { t } = useTranslation('pools')
  const path = `/api/pools/${pool.id}/imports`
  return (
    <div className="mt-6 grid gap-4">
      <FileDrop
        kinds={KINDS}
        limitMb={pool.upload_limit_mb}
        hint={t('file_kinds', { limit: formatNumber(pool.upload_limit_mb) })}
        send={(file, sending) =>
          upload<Import>(`${path}?name=${encodeURIComponent(file.name)}`, file, sending)
        }
        onSent={onUploaded}
      />
      <p className="max-w-prose text-13 text-ink-2">{t('file_hint')}</p>
    </div>
  )
}
