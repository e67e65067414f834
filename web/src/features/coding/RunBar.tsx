import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { Button } from '@/ui/Button'
import { Kbd } from '@/ui/Kbd'
import { Meter } from '@/ui/Meter'
import { useProblemSentence } from '@/ui/problemSentence'
import { keyName, SHORTCUTS, useShortcutGroup } from '@/ui/shortcuts'

import type { Assignment, Purpose } from './contracts'
import type { Running } from './useRunning'
import { NotArrived } from './useWorkspace'
import { lackWords, runWords } from './words'

type Props = {
  assignment: Assignment
  running: Running
  /** Why the server can run nothing, as codes; empty where it can. */
  hindrances: readonly string[]
  /** What opens and closes the parts above. */
  children: ReactNode
}

const [RUN] = SHORTCUTS.code.run

/** What can be done with the code, and how the latest run went. */
export function RunBar({ assignment, running, hindrances, children }: Props) {
  const { t } = useTranslation('coding')
  useShortcutGroup('code')
  const { latest, mayStop, stop, inBrowser, arrived } = running
  const canRun = hindrances.length === 0 || inBrowser
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line bg-sunk px-4 py-2.5">
      {canRun ? (
        <div className="flex flex-wrap items-center gap-2">
          <RunButton purpose="run" running={running}>
            {t('run')}
            <span className="max-desk:hidden">
              <Kbd>{keyName(RUN)}</Kbd>
            </span>
          </RunButton>
          {assignment.examples.length > 0 && (
            <RunButton purpose="examples" running={running}>
              {t('run_examples')}
            </RunButton>
          )}
          {assignment.hidden_tests > 0 && !inBrowser && (
            <RunButton purpose="tests" running={running}>
              {t('run_tests')}
            </RunButton>
          )}
          {mayStop && (
            <Button tone="grave" onClick={stop}>
              {t('stop')}
            </Button>
          )}
        </div>
      ) : (
        <Hindered codes={hindrances} />
      )}
      <p role="status" className="min-w-0 font-mono text-13 empty:absolute">
        <Said running={running} fallback={latest ? runWords(latest, t) : ''} />
      </p>
      {mayStop && inBrowser && arrived < 1 && (
        <span className="w-28">
          <Meter label={t('fetching')} value={arrived} />
        </span>
      )}
      <span className="ms-auto flex">{children}</span>
    </div>
  )
}

type RunButtonProps = { purpose: Purpose; running: Running; children: ReactNode }

/** While anything runs, only what runs shows that it does. */
function RunButton({ purpose, running: { run, underWay }, children }: RunButtonProps) {
  return (
    <Button
      tone={purpose === 'run' ? 'main' : 'plain'}
      busy={underWay === purpose}
      disabled={underWay !== undefined && underWay !== purpose}
      onClick={() => run(purpose)}
    >
      {children}
    </Button>
  )
}

/** Why the last wish was refused, or else how the latest run went. */
function Said({ running, fallback }: { running: Running; fallback: string }) {
  const { t } = useTranslation('coding')
  const sentence = useProblemSentence()
  const { problem } = running
  if (!problem) return fallback
  return (
    <span className="font-sans text-grave">
      {problem instanceof NotArrived ? t('not_arrived') : sentence(problem)}
    </span>
  )
}

function Hindered({ codes }: { codes: readonly string[] }) {
  const { t } = useTranslation('coding')
  return (
    <p className="text-13 text-ink-2">
      {t('cannot_run')} {lackWords(codes, t)} {t('writing_goes_on')}
    </p>
  )
}
