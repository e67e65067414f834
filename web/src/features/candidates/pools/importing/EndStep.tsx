import { useTranslation } from 'react-i18next'

import { useMay, useMe } from '@/features/accounts/queries'
import { formatNumber } from '@/lib/locale'
import { Button } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { Link } from '@/ui/Link'
import { useProblemSentence } from '@/ui/problemSentence'
import { When } from '@/ui/When'

import type { Pool } from '../queries'
import { type Import, useRunImport, useUndoImport } from './queries'
import { RowSection } from './RowSection'

/** What became of it: written, broken off half-way, or taken back. */
export function EndStep({ run, pool }: { run: Import; pool: Pool }) {
  const { t } = useTranslation('pools')
  const { zone } = useMe()
  const number = formatNumber(run.created + run.merged)
  return (
    <div className="mt-6 grid grid-cols-[minmax(0,1fr)] gap-6">
      <div>
        <h2 className="text-20 font-semibold">
          {t(`end_${run.state}_title`, { count: run.created + run.merged, number })}
        </h2>
        <Told run={run} />
        <p className="mt-1 text-13 text-ink-2">
          {t('by', { name: run.created_by, file: run.file_name })}
          {run.done_at && (
            <>
              {' '}
              · <When at={run.done_at} zone={zone} />
            </>
          )}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Link to="/pools/$id" params={{ id: pool.id }} look="main">
          {t('to_pool')}
        </Link>
        <Link to="/pools/$id/import" params={{ id: pool.id }} search={{}} look="plain">
          {t('other_file')}
        </Link>
        {run.state === 'stopped' && <GoOnButton run={run} />}
        {run.can_undo && <UndoButton run={run} />}
      </div>
      <RowSection key={run.state} run={run} />
    </div>
  )
}

function Told({ run }: { run: Import }) {
  const { t } = useTranslation('pools')
  const parts = [
    run.created > 0 && t('told_new', { count: run.created, number: formatNumber(run.created) }),
    run.merged > 0 && t('told_merged', { count: run.merged, number: formatNumber(run.merged) }),
    run.bad > 0 && t('told_bad', { count: run.bad, number: formatNumber(run.bad) }),
  ]
  if (run.state === 'undone')
    return (
      <p className="max-w-prose text-ink-2">
        {run.kept > 0
          ? t('told_kept', { count: run.kept, number: formatNumber(run.kept) })
          : t('told_undone')}
      </p>
    )
  return <p className="max-w-prose text-ink-2">{parts.filter(Boolean).join(' ')}</p>
}

function GoOnButton({ run }: { run: Import }) {
  const { t } = useTranslation('pools')
  const sentence = useProblemSentence()
  const write = useRunImport(run.id)
  if (!useMay('candidates.write')) return null
  return (
    <>
      <Button busy={write.isPending} onClick={() => write.mutate()}>
        {t('go_on')}
      </Button>
      {write.error && (
        <p role="alert" className="text-grave">
          {sentence(write.error)}
        </p>
      )}
    </>
  )
}

function UndoButton({ run }: { run: Import }) {
  const { t } = useTranslation('pools')
  const undo = useUndoImport(run.id)
  if (!useMay('candidates.write')) return null
  return (
    <ConfirmDialog
      title={t('undo_title')}
      description={t('undo_text')}
      confirmLabel={t('undo_import')}
      trigger={<Button tone="grave">{t('undo_import')}</Button>}
      onConfirm={() => undo.mutateAsync()}
    />
  )
}
