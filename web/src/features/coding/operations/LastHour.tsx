import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { useMe } from '@/features/accounts/queries'
import { formatNumber } from '@/lib/locale'
import { Cell, Row, Table } from '@/ui/Table'
import { When } from '@/ui/When'

import { OfInterview } from './OfInterview'
import { Part } from './Part'
import type { Ended } from './queries'
import { waitWords } from './spans'

/** How the runs of the last hour went: how long they waited, how they ended, and where we failed. */
export function LastHour({ ended }: { ended: Ended }) {
  const { t } = useTranslation('runs')
  const all = ended.verdicts.reduce((sum, { count }) => sum + count, 0)
  return (
    <Part title={t('last_hour')}>
      {all === 0 ? (
        <p className="border-y border-line py-3 text-ink-2">{t('ended_none')}</p>
      ) : (
        <>
          <dl className="grid grid-cols-2 gap-x-6 gap-y-4 border-t border-line py-4 sm:grid-cols-4">
            <Figure name={t('ended', { count: all })}>{formatNumber(all)}</Figure>
            <Figure name={t('median')}>{waited(ended.wait_ms_median)}</Figure>
            <Figure name={t('p95')}>{waited(ended.wait_ms_p95)}</Figure>
            <Figure name={t('begun_twice')}>{formatNumber(ended.begun_twice)}</Figure>
          </dl>
          <Verdicts verdicts={ended.verdicts} />
          <Faults faults={ended.faults} />
        </>
      )}
    </Part>
  )
}

const waited = (milliseconds: number | null) => (milliseconds === null ? '–' : waitWords(milliseconds))

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex flex-col-reverse justify-end">
      <dt className="text-13 text-ink-2">{name}</dt>
      <dd className="font-mono text-20 font-medium">{children}</dd>
    </div>
  )
}

function Verdicts({ verdicts }: { verdicts: Ended['verdicts'] }) {
  const { t } = useTranslation('runs')
  return (
    <ul aria-label={t('verdicts')} className="border-t border-line">
      {verdicts.map(({ verdict, count }) => (
        <li key={verdict} className="flex items-baseline gap-3 border-b border-line py-2">
          <span className="w-14 text-end font-mono text-13">{formatNumber(count)}</span>
          <span>{t([`verdict_${verdict.toLowerCase()}`, 'verdict_unknown'])}</span>
        </li>
      ))}
    </ul>
  )
}

/** The incident is what to look for in the log of the runner. */
function Faults({ faults }: { faults: Ended['faults'] }) {
  const { t } = useTranslation('runs')
  const { zone } = useMe()
  if (faults.length === 0) return null
  return (
    <div className="mt-6">
      <h3 className="font-semibold">{t('faults')}</h3>
      <p className="mb-1 text-13 text-ink-2">{t('faults_text')}</p>
      <Table caption={t('faults')} columns={[t('at'), t('incident'), t('interview'), t('why')]}>
        {faults.map((fault) => (
          <Row key={fault.id}>
            <Cell mono>
              <When at={fault.at} zone={zone} style="second" />
            </Cell>
            <Cell mono>{fault.incident || t('no_incident')}</Cell>
            <Cell lead>
              <OfInterview interview={fault.interview} />
            </Cell>
            <Cell className="wrap-anywhere max-desk:w-full">{fault.reason}</Cell>
          </Row>
        ))}
      </Table>
    </div>
  )
}
