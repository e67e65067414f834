import { useTranslation } from 'react-i18next'

import { formatNumber } from '@/lib/locale'
import { Chip } from '@/ui/Chip'
import { Cell, Row, Table } from '@/ui/Table'

import { OfInterview } from './OfInterview'
import { Part } from './Part'
import type { LiveRun, Running } from './queries'
import { spanWords } from './spans'

export function RunningNow({ runs, now }: { runs: Running[]; now: string }) {
  const { t } = useTranslation('runs')
  return (
    <Part title={t('running')}>
      {runs.length === 0 ? (
        <Nothing text={t('running_none')} />
      ) : (
        <Table
          caption={t('running')}
          columns={[t('interview'), t('program'), t('runs_for'), t('runner'), '']}
        >
          {runs.map((run) => (
            <Row key={run.id}>
              <Cell lead>
                <OfInterview interview={run.interview} />
              </Cell>
              <Cell>
                <Program run={run} />
              </Cell>
              <Cell mono>{spanWords(run.since, now)}</Cell>
              <Cell className="font-mono text-13 wrap-anywhere">{run.runner}</Cell>
              <Cell end>
                {run.is_silent ? (
                  <Chip tone="notice">{t('silent')}</Chip>
                ) : (
                  run.attempt > 1 && <Chip>{t('second_try')}</Chip>
                )}
              </Cell>
            </Row>
          ))}
        </Table>
      )}
    </Part>
  )
}

type InLineProps = { runs: LiveRun[]; inAll: number; now: string }

/** In the order in which they will be given out. */
export function InLine({ runs, inAll, now }: InLineProps) {
  const { t } = useTranslation('runs')
  return (
    <Part title={t('waiting')}>
      {runs.length === 0 ? (
        <Nothing text={t('waiting_none')} />
      ) : (
        <Table
          caption={t('waiting')}
          columns={[t('place'), t('interview'), t('program'), t('waits_for'), '']}
        >
          {runs.map((run, index) => (
            <Row key={run.id}>
              <Cell mono>{formatNumber(index + 1)}</Cell>
              <Cell lead className="max-desk:order-none max-desk:w-auto max-desk:grow max-desk:basis-4/5">
                <OfInterview interview={run.interview} />
              </Cell>
              <Cell>
                <Program run={run} />
              </Cell>
              <Cell mono>{spanWords(run.since, now)}</Cell>
              <Cell end>{run.attempt > 1 && <Chip>{t('second_try')}</Chip>}</Cell>
            </Row>
          ))}
        </Table>
      )}
      {inAll > runs.length && (
        <p className="py-2 text-13 text-ink-2">
          {t('more_wait', { count: inAll - runs.length, number: formatNumber(inAll - runs.length) })}
        </p>
      )}
    </Part>
  )
}

function Program({ run }: { run: LiveRun }) {
  const { t } = useTranslation('coding')
  return (
    <>
      {t(`language_${run.language}`)}
      <span className="text-ink-2"> · {t(`purpose_${run.purpose}`)}</span>
    </>
  )
}

const Nothing = ({ text }: { text: string }) => <p className="border-y border-line py-3 text-ink-2">{text}</p>
