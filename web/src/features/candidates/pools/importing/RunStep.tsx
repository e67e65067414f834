import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { FairviewProblem } from '@/api/problem'
import { useMay } from '@/features/accounts/queries'
import { Link } from '@/ui/Link'
import { useProblemSentence } from '@/ui/problemSentence'

import type { Pool } from '../queries'
import { ColumnsStep } from './ColumnsStep'
import { EndStep } from './EndStep'
import { PreviewStep } from './PreviewStep'
import { type Import, isWorking } from './queries'
import { WorkingStep } from './WorkingStep'

/** Of choosing, understanding, looking over and writing. */
export function stepOf({ state }: Import): number {
  if (state === 'reading' || state === 'failed') return 1
  if (state === 'read' || state === 'checking') return 2
  return state === 'checked' ? 3 : 4
}

/** What the import waits for, or what is being done for it. */
export function RunStep({ run, pool }: { run: Import; pool: Pool }) {
  const mayChange = useMay('candidates.write')
  const [correcting, setCorrecting] = useState(false)
  useRefreshAfter(run)
  if (isWorking(run)) return <WorkingStep run={run} />
  if (run.state === 'failed') return <Failed run={run} pool={pool} />
  if (mayChange && (run.state === 'read' || (run.state === 'checked' && correcting)))
    return <ColumnsStep run={run} onMapped={() => setCorrecting(false)} />
  if (run.state === 'read' || run.state === 'checked')
    return <PreviewStep run={run} pool={pool} onCorrect={() => setCorrecting(true)} />
  return <EndStep run={run} pool={pool} />
}

/** The pool is another one once the worker is done. */
function useRefreshAfter(run: Import) {
  const client = useQueryClient()
  const { state } = run
  useEffect(() => {
    if (state === 'done' || state === 'undone' || state === 'stopped') {
      void client.invalidateQueries({ queryKey: ['pools'] })
      void client.invalidateQueries({ queryKey: ['candidates'] })
    }
  }, [client, state])
}

function Failed({ run, pool }: { run: Import; pool: Pool }) {
  const { t } = useTranslation('pools')
  const sentence = useProblemSentence()
  return (
    <div role="alert" className="mt-6 border-y border-line py-6">
      <h2 className="text-17 font-semibold">{t('failed_title', { file: run.file_name })}</h2>
      <p className="mt-1 max-w-prose text-ink-2">
        {sentence(new FairviewProblem({ code: run.problem, params: run.problem_params }))}
      </p>
      <p className="max-w-prose text-ink-2">{t('failed_safe')}</p>
      <Link to="/pools/$id/import" params={{ id: pool.id }} search={{}} look="main" className="mt-4">
        {t('other_file')}
      </Link>
    </div>
  )
}
