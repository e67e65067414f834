import { useTranslation } from 'react-i18next'

import { useCell } from '@/lib/useCell'
import { Button } from '@/ui/Button'
import { Loading } from '@/ui/Loading'

import { ExerciseDialog } from './ExerciseDialog'
import type { Workspace } from './workspace'

/** Where the code will be, before there is an exercise. */
export function NothingAssigned({ workspace, interview }: { workspace: Workspace; interview: string }) {
  const { t } = useTranslation('coding')
  const state = useCell(workspace.state)
  return (
    <div className="grid h-full content-center justify-items-center gap-1 bg-surface px-6 py-16 text-center">
      {state ? (
        <>
          <p className="text-17 font-semibold">{t('nothing_title')}</p>
          <p className="max-w-sm text-ink-2">{t('nothing_text')}</p>
          <div className="mt-4">
            <ExerciseDialog
              interview={interview}
              given={[]}
              trigger={<Button tone="main">{t('choose')}</Button>}
              onAssigned={(id) => workspace.chosen.set(id)}
            />
          </div>
        </>
      ) : (
        <Loading />
      )}
    </div>
  )
}
