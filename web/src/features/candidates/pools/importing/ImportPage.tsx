import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { Allowed } from '@/features/accounts/Allowed'
import { Answer } from '@/ui/Answer'
import { Breadcrumbs, Crumb } from '@/ui/Breadcrumbs'
import { Empty } from '@/ui/Empty'
import { PageHeader } from '@/ui/PageHeader'
import { Steps } from '@/ui/Steps'
import { usePageTitle } from '@/ui/usePageTitle'

import { type Pool, poolQuery } from '../queries'
import { FileStep } from './FileStep'
import { importQuery } from './queries'
import { RunStep, stepOf } from './RunStep'

/** A file of candidates on its way into a pool: chosen, understood, looked over, written. */
export function ImportPage() {
  const { t } = useTranslation('pools')
  const { id } = useParams({ from: '/staff/desk/pools/$id/import' })
  const { run } = useSearch({ from: '/staff/desk/pools/$id/import' })
  const pool = useQuery(poolQuery(id))
  usePageTitle(t('bring_in'))
  return (
    <Answer query={pool}>
      {(pool) => (
        <div className="max-w-4xl">
          <PageHeader title={t('bring_in')} trail={<Above pool={pool} />} />
          {run ? (
            <Run id={run} key={run} pool={pool} />
          ) : (
            <Allowed asks="candidates.write">
              <NewFile pool={pool} />
            </Allowed>
          )}
        </div>
      )}
    </Answer>
  )
}

function Above({ pool }: { pool: Pool }) {
  return (
    <Breadcrumbs place="pools">
      <Crumb to="/pools/$id" params={{ id: pool.id }}>
        {pool.name}
      </Crumb>
    </Breadcrumbs>
  )
}

const STEP_COUNT = 4

function NewFile({ pool }: { pool: Pool }) {
  const { t } = useTranslation('pools')
  const navigate = useNavigate({ from: '/pools/$id/import' })
  if (pool.archived_at) return <Empty title={t('is_archived')} text={t('is_archived_text')} />
  return (
    <>
      <Steps count={STEP_COUNT} current={1} />
      <FileStep pool={pool} onUploaded={({ id }) => void navigate({ search: { run: id } })} />
    </>
  )
}

function Run({ id, pool }: { id: string; pool: Pool }) {
  const run = useQuery(importQuery(id))
  return (
    <Answer query={run}>
      {(run) => (
        <>
          <Steps count={STEP_COUNT} current={stepOf(run)} />
          <RunStep run={run} pool={pool} />
        </>
      )}
    </Answer>
  )
}
