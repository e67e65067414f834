import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useCell } from '@/lib/useCell'
import { Button } from '@/ui/Button'
import { Field } from '@/ui/Field'
import { Loading } from '@/ui/Loading'
import { TextArea } from '@/ui/TextArea'

import { type Assignment, documentOf } from './contracts'
import { LeadActions } from './LeadActions'
import { NothingAssigned } from './NothingAssigned'
import { RunBar } from './RunBar'
import { RunResult } from './RunResult'
import { StatementPane } from './StatementPane'
import { type Running, useRunning } from './useRunning'
import { useAssignment } from './useWorkspace'
import type { Workspace } from './workspace'
import { WorkspaceBar } from './WorkspaceBar'

const CodeEditor = lazy(() => import('./CodeEditor').then((module) => ({ default: module.CodeEditor })))

type Props = {
  workspace: Workspace
  /** The statement stands elsewhere on the page. */
  withoutStatement?: boolean
  /** The interview, for who leads it; candidates see the same without what comes with it. */
  lead?: string
}

/** The exercise at hand: what is asked, the text that both write, and its runs. */
export function WorkspacePanel({ workspace, lead, ...rest }: Props) {
  const assignment = useAssignment(workspace)
  if (assignment)
    return (
      <Work
        key={assignment.id}
        workspace={workspace}
        assignment={assignment}
        {...rest}
        {...(lead && { lead })}
      />
    )
  return lead && <NothingAssigned workspace={workspace} interview={lead} />
}

function Work({ workspace, assignment, withoutStatement, lead }: Props & { assignment: Assignment }) {
  const { t } = useTranslation('coding')
  const state = useCell(workspace.state)
  const running = useRunning(workspace, assignment, lead !== undefined)
  const [isShown, setShown] = useState(true)
  const statement = { isShown, toggle: () => setShown(!isShown) }
  return (
    <section aria-label={t('code')} className="@container flex h-full min-h-0 flex-col bg-surface">
      <WorkspaceBar workspace={workspace} assignment={assignment} {...(!withoutStatement && { statement })}>
        {lead && <LeadActions workspace={workspace} assignment={assignment} interview={lead} />}
      </WorkspaceBar>
      <div className="flex min-h-0 flex-1 flex-col @4xl:flex-row">
        {!withoutStatement && isShown && (
          <div className="max-h-[38dvh] shrink-0 overflow-y-auto border-line p-4 max-@4xl:border-b @4xl:max-h-none @4xl:w-2/5 @4xl:border-e">
            <StatementPane assignment={assignment} />
          </div>
        )}
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          <div className="overflow-hidden max-desk:h-[50dvh] desk:min-h-24 desk:flex-1">
            <Suspense fallback={<Loading />}>
              <CodeEditor
                key={documentOf(assignment, assignment.language)}
                workspace={workspace}
                document={documentOf(assignment, assignment.language)}
                language={assignment.language}
                title={assignment.title}
                onRun={() => running.run('run')}
              />
            </Suspense>
          </div>
          <Below assignment={assignment} running={running} />
          <RunBar
            assignment={assignment}
            running={running}
            hindrances={state?.can_run === false ? state.cannot_run : []}
          />
        </div>
      </div>
    </section>
  )
}

/** What goes into a run, and what came out of it. */
function Below({ assignment, running }: { assignment: Assignment; running: Running }) {
  const { t } = useTranslation('coding')
  const [input, setInput] = useState(false)
  const [result, setResult] = useState(true)
  const hasResult = running.shown !== undefined
  return (
    <>
      <div className="flex gap-1 border-t border-line px-3 py-0.5">
        <Button tone="bare" aria-expanded={input} onClick={() => setInput(!input)}>
          {t('own_input')}
        </Button>
        {hasResult && (
          <Button tone="bare" aria-expanded={result} onClick={() => setResult(!result)}>
            {t('result')}
          </Button>
        )}
      </div>
      {input && (
        <Field
          label={t(assignment.language === 'sql' ? 'own_tables' : 'own_input_label')}
          className="px-4 pb-3"
        >
          {(ids) => (
            <TextArea
              {...ids}
              rows={4}
              spellCheck={false}
              className="font-mono text-13"
              value={running.stdin}
              onChange={(event) => running.setStdin(event.target.value)}
            />
          )}
        </Field>
      )}
      {result && hasResult && (
        <div className="max-h-[32dvh] shrink-0 overflow-y-auto border-t border-line">
          <RunResult assignment={assignment} running={running} />
        </div>
      )}
    </>
  )
}
