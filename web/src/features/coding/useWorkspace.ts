/** Thin bridges between the workspace and React. */

import { useMutation } from '@tanstack/react-query'
import { useMemo } from 'react'

import { paced } from '@/lib/paced'
import { useCell } from '@/lib/useCell'
import { NotAcknowledged } from '@/live/queue'

import { type Assignment, documentOf, type Purpose, type ShownRun } from './contracts'
import { requestRun } from './queries'
import type { Workspace } from './workspace'

const SETTLE_LIMIT_MS = 8000
const NONE: readonly never[] = []

export function useAssignments(workspace: Workspace): readonly Assignment[] {
  return useCell(workspace.state)?.assignments ?? NONE
}

/** The exercise that this page shows. */
export function useAssignment(workspace: Workspace): Assignment | undefined {
  const assignments = useAssignments(workspace)
  const chosen = useCell(workspace.chosen)
  return assignments.find(({ id }) => id === chosen) ?? assignments[0]
}

/** A program may print faster than a page can show. */
const SHOW_EVERY_MS = 50

/** Newest first, those of the place where runs happen now before the others. */
export function useRuns(
  workspace: Workspace,
  assignment: Assignment,
  inBrowser: boolean,
): readonly ShownRun[] {
  const theirs = useCell(workspace.state)?.runs ?? NONE
  const ours = useCell(useMemo(() => paced(workspace.browser.runs, SHOW_EVERY_MS), [workspace]))
  const all = inBrowser ? [...ours, ...theirs] : [...theirs, ...ours]
  return all.filter((run) => run.assignment === assignment.id)
}

/** The server did not get everything that was typed, so that it would run something else. */
export class NotArrived extends Error {}

export function useRequestRun(workspace: Workspace, assignment: Assignment, lead: boolean) {
  return useMutation({
    mutationFn: async ({ purpose, stdin }: { purpose: Purpose; stdin: string }) => {
      await workspace.settle(SETTLE_LIMIT_MS).catch((problem: unknown) => {
        throw problem instanceof NotAcknowledged ? new NotArrived() : problem
      })
      const { id, language } = assignment
      const room = lead ? workspace.talk.roomSession : undefined
      return requestRun(room, { assignment: id, language, purpose, stdin })
    },
  })
}

/** What stands in this page's editor, in this browser. */
export function useBrowserRun(workspace: Workspace, assignment: Assignment) {
  return useMutation({
    mutationFn: async ({ purpose, stdin }: { purpose: Purpose; stdin: string }) => {
      const document = await workspace.open(documentOf(assignment, assignment.language))
      const text = document?.replica.get().text.toJSON() ?? ''
      await workspace.browser.run(assignment, purpose, stdin, text)
    },
    // Nothing of it needs the network, once Python is here.
    networkMode: 'always',
  })
}
