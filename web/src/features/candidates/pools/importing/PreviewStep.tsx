import { useTranslation } from 'react-i18next'

import { useMay } from '@/features/accounts/queries'
import { formatNumber } from '@/lib/locale'
import { Button } from '@/ui/Button'
import { useProblemSentence } from '@/ui/problemSentence'

import type { Pool } from '../queries'
import { DiscardButton } from './DiscardButton'
import { type Import, useRunImport } from './queries'
import { RowSection } from './RowSection'

type Props = { run: Import; pool: Pool; onCorrect: () => void }

/** What would be written, before anything is. */
export function PreviewStep({ run, pool, onCorrect }: Props) {
  const { t } = useTranslation('pools')
  const sentence = useProblemSentence()
  const write = useRunImport(run.id)
  const mayChange = useMay('candidates.write')
  const good = run.created + run.merged
  return (
    <div className="mt-6 grid grid-cols-[minmax(0,1fr)] gap-6">
      <div>
        <h2 className="text-17 font-semibold wrap-anywhere">{t('preview_title', { file: run.file_name })}</h2>
        <p className="text-ink-2">{t('preview_lead', { pool: pool.name })}</p>
      </div>
      <Outcome run={run} />
      <RowSection run={run} />
      {write.error && (
        <p role="alert" className="max-w-prose text-grave">
          {sentence(write.error)}
        </p>
      )}
      {mayChange && (
        <div className="sticky bottom-0 flex flex-wrap justify-end gap-2 border-t border-line bg-paper py-3">
          <DiscardButton run={run} />
          <Button onClick={onCorrect}>{t('correct_columns')}</Button>
          <Button tone="main" busy={write.isPending} disabled={good === 0} onClick={() => write.mutate()}>
            {t('write', { count: good, number: formatNumber(good) })}
          </Button>
        </div>
      )}
    </div>
  )
}

/** Numbers first. */
function Outcome({ run }: { run: Import }) {
  const { t } = useTranslation('pools')
  const counts = [
    { number: run.created, label: t('count_new', { count: run.created }) },
    { number: run.merged, label: t('count_merged', { count: run.merged }) },
    { number: run.bad, label: t('count_bad', { count: run.bad }) },
  ]
  return (
    <dl className="grid gap-x-6 gap-y-3 border-y border-line py-4 sm:grid-cols-3">
      {counts.map(({ number, label }) => (
        <div
          key={label}
          className="flex flex-row-reverse items-baseline justify-end gap-2 sm:flex-col-reverse sm:items-start sm:gap-0"
        >
          <dt className="text-13 text-ink-2">{label}</dt>
          <dd className="font-mono text-20">{formatNumber(number)}</dd>
        </div>
      ))}
    </dl>
  )
}
