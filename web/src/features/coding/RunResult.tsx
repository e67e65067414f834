import { Check, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import { classes } from '@/lib/classes'
import { formatDate } from '@/lib/locale'
import { browserZone } from '@/lib/zones'
import { Chip } from '@/ui/Chip'
import { Select } from '@/ui/Select'

import type { Assignment, Run } from './contracts'
import { Text } from './ExampleList'
import { RunNotes } from './RunNotes'
import type { Running } from './useRunning'
import { costWords, endWords, isOver, placedWords } from './words'

type Props = { assignment: Assignment; running: Running }

/** One run in full: what it printed, and each case. Earlier ones can be called up again. */
export function RunResult({ assignment, running }: Props) {
  const { t } = useTranslation('coding')
  const { shown: run, output } = running
  if (!run || !output) return null
  const failed = run.cases.find(({ verdict }) => verdict !== 'AC')
  const example = assignment.examples.find(({ name }) => name === failed?.name)
  return (
    <div className="grid gap-3 px-4 py-3">
      <Earlier running={running} />
      {run.inBrowser && (
        <p>
          <Chip tone="notice">{t('in_browser')}</Chip>
        </p>
      )}
      {run.purpose !== 'run' && <Cases run={run} examples={assignment.examples.length} />}
      <RunNotes run={run} inFull={example !== undefined} />
      {output.stderr && <Text label={t('errors')} text={output.stderr} />}
      <div className={classes('grid gap-3', example && '@xl:grid-cols-3')}>
        {example && <Text label={t('input_of', { name: example.name })} text={example.stdin} />}
        {example && <Text label={t('expected')} text={example.expected} />}
        {output.stdout && <Text label={t('printed')} text={output.stdout} />}
      </div>
      {isOver(run) && (example ?? run.purpose === 'run') && !output.stdout && !output.stderr && (
        <p className="text-13 text-ink-2">{t('printed_nothing')}</p>
      )}
      {run.truncated && <p className="text-13 text-notice">{t('truncated')}</p>}
      {run.reason && <p className="text-13 text-ink-2">{run.reason}</p>}
    </div>
  )
}

function Earlier({ running: { runs, shown, pick } }: { running: Running }) {
  const { t } = useTranslation('coding')
  if (runs.length < 2 || !shown) return null
  return (
    <Select
      aria-label={t('earlier_runs')}
      value={shown.id}
      onChange={(event) => pick(event.target.value)}
      options={runs.map((run) => ({
        value: run.id,
        label: `${timeOf(run)} ${t(`purpose_${run.purpose}`)}: ${placedWords(run, t)}`,
      }))}
    />
  )
}

const timeOf = ({ requested_us }: Run) => formatDate(new Date(requested_us / 1000), browserZone(), 'time')

/** Hidden ones are numbered, and show how they ended and nothing else. */
function Cases({ run, examples }: { run: Run; examples: number }) {
  const { t } = useTranslation('coding')
  return (
    <ul className="text-13">
      {run.cases.map((one, index) => (
        <li
          key={index}
          className="flex flex-wrap items-center gap-x-2 border-b border-line py-1 last:border-b-0"
        >
          {one.verdict === 'AC' ? (
            <Check aria-hidden className="size-4 text-accent" />
          ) : (
            <X aria-hidden className="size-4 text-grave" />
          )}
          <span>{one.name || t('hidden_case', { number: index + 1 - examples })}</span>
          <span className="text-ink-2">{one.verdict === 'AC' ? t('case_right') : endWords(one, t)}</span>
          <span className="ms-auto font-mono text-12 text-ink-2">{costWords(one).join(' · ')}</span>
        </li>
      ))}
    </ul>
  )
}
