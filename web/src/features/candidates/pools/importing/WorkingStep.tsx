import { useTranslation } from 'react-i18next'

import { formatNumber } from '@/lib/locale'
import { Progress } from '@/ui/Progress'

import type { Import } from './queries'

/** What a worker is doing, and how far it is. The page may be left meanwhile. */
export function WorkingStep({ run }: { run: Import }) {
  const { t } = useTranslation('pools')
  const done = formatNumber(run.state === 'reading' ? run.rows : run.handled)
  const said = run.total
    ? t('rows_of', { done, total: formatNumber(run.total) })
    : t('rows_so_far', { count: run.rows, done })
  return (
    <div className="mt-6">
      <Progress
        key={run.state}
        label={t(`working_${run.state}`, { file: run.file_name })}
        share={run.total ? run.handled / run.total : undefined}
        said={said}
      >
        {t('may_leave')}
      </Progress>
    </div>
  )
}
