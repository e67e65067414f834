/** Thin bridges between the workspace and React. */

import { useMutation } from '@tanstack/react-query'

import { useCell } from '@/lib/useCell'
import { NotAcknowledged } from '@/live/queue'

import type { Assignment, Purpose, Run } from './contracts'
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

/** Newest first. */
export function useRuns(workspace: Workspace, assignment: Assignment): readonly Run[] {
  const runs = useCell(workspace.state)?.runs ?? NONE
  return runs.filter((run) => run.assignment === assignment.id)
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
