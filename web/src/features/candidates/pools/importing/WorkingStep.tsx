import { useTranslation } from 'react-i18next'

import { formatNumber } from '@/lib/locale'
import { Meter } from '@/ui/Meter'

import type { Import } from './queries'

/** What a worker is doing, and how far it is. The page may be left meanwhile. */
export function WorkingStep({ run }: { run: Import }) {
  const { t } = useTranslation('pools')
  const title = t(`working_${run.state}`, { file: run.file_name })
  const done = formatNumber(run.state === 'reading' ? run.rows : run.handled)
  const said = run.total
    ? t('rows_of', { done, total: formatNumber(run.total) })
    : t('rows_so_far', { count: run.rows, done })
  return (
    <div className="mt-6 grid gap-3 rounded-panel border border-line bg-surface p-6">
      <h2 className="text-17 font-semibold wrap-anywhere">{title}</h2>
      <Meter label={title} value={run.handled} max={run.total || 1} text={said} />
      <p role="status" className="font-mono text-13 text-ink-2">
        {said}
      </p>
      <p className="text-13 text-ink-2">{t('may_leave')}</p>
    </div>
  )
}
