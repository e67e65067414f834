import { useTranslation } from 'react-i18next'

import { useMe } from '@/features/accounts/queries'
import { formatList } from '@/lib/locale'
import { Chip } from '@/ui/Chip'
import { Empty } from '@/ui/Empty'
import { Cell, Row, Table } from '@/ui/Table'
import { When } from '@/ui/When'

import { Part } from './Part'
import type { Runner } from './queries'
import { spanWords } from './spans'

type Props = { runners: Runner[]; now: string }

/** Each process that asks for runs, and those that did a while ago. */
export function RunnerTable({ runners, now }: Props) {
  const { t } = useTranslation('runs')
  if (runners.length === 0) return <Empty title={t('no_runner_title')} text={t('no_runner_text')} />
  return (
    <Part title={t('runners')}>
      <Table
        caption={t('runners')}
        columns={[t('runner'), t('state'), t('slots'), t('there_since'), t('languages')]}
      >
        {runners.map((runner) => (
          <RunnerRow key={runner.name} runner={runner} now={now} />
        ))}
      </Table>
    </Part>
  )
}

function RunnerRow({ runner, now }: { runner: Runner; now: string }) {
  const { t } = useTranslation('runs')
  const { zone } = useMe()
  const { name, is_there: isThere, missing, slots, busy, since, seen_at: seenAt } = runner
  return (
    <Row quiet={!isThere}>
      <Cell lead>
        <span className="font-mono text-13 font-normal wrap-anywhere desk:whitespace-nowrap">{name}</span>
      </Cell>
      <Cell>
        <State isThere={isThere} lacks={missing.length > 0} />
      </Cell>
      <Cell className="whitespace-nowrap">{t('slots_busy', { busy, count: slots })}</Cell>
      <Cell mono>
        {isThere ? <When at={since} zone={zone} /> : t('heard_ago', { span: spanWords(seenAt, now) })}
      </Cell>
      <Cell className="max-desk:w-full">
        {missing.length > 0 ? <Lacking codes={missing} /> : <Languages codes={runner.languages} />}
      </Cell>
    </Row>
  )
}

function State({ isThere, lacks }: { isThere: boolean; lacks: boolean }) {
  const { t } = useTranslation('runs')
  if (!isThere) return <Chip>{t('gone')}</Chip>
  return lacks ? <Chip tone="notice">{t('cannot_run')}</Chip> : <Chip tone="ok">{t('ready')}</Chip>
}

function Languages({ codes }: { codes: string[] }) {
  const { t } = useTranslation(['coding', 'runs'])
  if (codes.length === 0) return <span className="text-ink-2">{t('runs:looking')}</span>
  return <span className="text-13">{formatList(codes.map((code) => t(`language_${code}` as never)))}</span>
}

/** What the machine lacks, and what to do about it there. */
function Lacking({ codes }: { codes: string[] }) {
  const { t } = useTranslation(['runs', 'coding'])
  return (
    <ul className="grid gap-1 text-13">
      {codes.map((code) => (
        <li key={code}>
          <span className="text-ink">{t([`coding:lacks_${code}`, 'coding:lacks_something'])}</span>{' '}
          {t([`remedy_${code}`, 'remedy'])}
        </li>
      ))}
    </ul>
  )
}
