import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useCell } from '@/lib/useCell'
import { Loading } from '@/ui/Loading'

import { type Assignment, documentOf } from './contracts'
import { LeadActions } from './LeadActions'
import { NothingAssigned } from './NothingAssigned'
import { runsInBrowser } from './browserRuns'
import { RunDesk } from './RunDesk'
import { StatementPane } from './StatementPane'
import { useRunning } from './useRunning'
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
  const cannotRun = state?.can_run === false
  const inBrowser = cannotRun && runsInBrowser(assignment.language)
  const running = useRunning(workspace, assignment, lead !== undefined, inBrowser)
  // Who leads has read it before giving it, and watches the code.
  const [isShown, setShown] = useState(!lead)
  const statement = { isShown, toggle: () => setShown(!isShown) }
  return (
    <section aria-label={t('code')} className="@container flex h-full min-h-0 flex-col bg-surface">
      <WorkspaceBar workspace={workspace} assignment={assignment} {...(!withoutStatement && { statement })}>
        {lead && <LeadActions workspace={workspace} assignment={assignment} interview={lead} />}
      </WorkspaceBar>
      <div className="flex min-h-0 flex-1 flex-col @4xl:flex-row">
        {!withoutStatement && isShown && (
          <div className="max-h-[38dvh] shrink-0 overflow-y-auto border-line p-4 @max-4xl:border-b @4xl:max-h-none @4xl:w-2/5 @4xl:border-e">
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
          <RunDesk assignment={assignment} running={running} hindrances={cannotRun ? state.cannot_run : []} />
        </div>
      </div>
    </section>
  )
}
