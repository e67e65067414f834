import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { Allowed } from '@/features/accounts/Allowed'
import { useMay } from '@/features/accounts/queries'
import { formatNumber } from '@/lib/locale'
import { Answer } from '@/ui/Answer'
import { PageHeader } from '@/ui/PageHeader'
import { usePageTitle } from '@/ui/usePageTitle'

import { LastHour } from './LastHour'
import { InLine, RunningNow } from './LiveRuns'
import { type Runs, runsQuery } from './queries'
import { RunnerTable } from './RunnerTable'

/** The runners of this installation and all that they do, as it is now. */
export function RunsPage() {
  const { t } = useTranslation('runs')
  const may = useMay('runners.read')
  const runs = useQuery({ ...runsQuery, enabled: may })
  usePageTitle(t('title'))
  return (
    <>
      <PageHeader title={t('title')} lead={runs.data ? <Lead runs={runs.data} /> : t('lead')} />
      <Allowed asks="runners.read">
        <Answer query={runs}>
          {(found) => (
            <div className="grid gap-9">
              <RunnerTable runners={found.runners} now={found.now} />
              <RunningNow runs={found.running} now={found.now} />
              <InLine runs={found.waiting} inAll={found.waiting_in_all} now={found.now} />
              <LastHour ended={found.ended} />
            </div>
          )}
        </Answer>
      </Allowed>
    </>
  )
}

function Lead({ runs }: { runs: Runs }) {
  const { t } = useTranslation('runs')
  const able = runs.runners.filter(({ is_there, missing }) => is_there && missing.length === 0)
  const count = (number: number) => ({ count: number, number: formatNumber(number) })
  const words = [
    t('lead_runners', count(able.length)),
    t('lead_running', count(runs.running.length)),
    t('lead_waiting', count(runs.waiting_in_all)),
  ]
  return words.join(' ')
}
