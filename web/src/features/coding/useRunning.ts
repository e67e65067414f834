import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { useCell } from '@/lib/useCell'

import type { Assignment, Purpose, Run, ShownRun } from './contracts'
import { stopRun } from './queries'
import { useBrowserRun, useRequestRun, useRuns } from './useWorkspace'
import { isOver } from './words'
import type { Output, Workspace } from './workspace'

export type Running = ReturnType<typeof useRunning>

/** The runs of one exercise, and the ways to begin and end one: by the server, or in this browser. */
export function useRunning(workspace: Workspace, assignment: Assignment, lead: boolean, inBrowser: boolean) {
  const runs = useRuns(workspace, assignment, inBrowser)
  const outputs = useCell(workspace.outputs)
  const [stdin, setStdin] = useState('')
  const [picked, setPicked] = useState<{ id: string; whenLatest: string | undefined }>()
  const roomSession = lead ? workspace.talk.roomSession : undefined
  const requestRun = useRequestRun(workspace, assignment, lead)
  const browserRun = useBrowserRun(workspace, assignment)
  const request = inBrowser ? browserRun : requestRun
  const stopping = useMutation({ mutationFn: (run: string) => stopRun(roomSession, run) })

  const [latest] = runs
  const current = latest && !isOver(latest) && Boolean(latest.inBrowser) === inBrowser ? latest : undefined
  const underWay = current?.purpose ?? (request.isPending ? request.variables.purpose : undefined)
  // A new run shows itself, whichever was looked at before.
  const chosen = picked?.whenLatest === latest?.id && runs.find(({ id }) => id === picked?.id)
  const shown = chosen || latest

  const run = (purpose: Purpose) => {
    if (underWay) return
    stopping.reset()
    request.mutate({ purpose, stdin: purpose === 'run' ? stdin : '' })
  }
  const stop = (current: ShownRun) =>
    current.inBrowser ? workspace.browser.stop() : stopping.mutate(current.id)
  return {
    inBrowser,
    /** How much of Python is in this browser, from 0 to 1. */
    arrived: useCell(workspace.browser.arrived),
    runs,
    latest,
    shown,
    output: shown && printed(shown, outputs.get(shown.id)),
    pick: (id: string) => setPicked({ id, whenLatest: latest?.id }),
    stdin,
    setStdin,
    run,
    underWay,
    mayStop: current !== undefined,
    stop: () => current && stop(current),
    problem: request.error ?? stopping.error,
  }
}

/** What this page heard while it ran, or what the server kept, whichever is more. */
function printed(run: Run, heard: Output | undefined): Output {
  const longer = (one: string, other = '') => (other.length > one.length ? other : one)
  return { stdout: longer(run.stdout, heard?.stdout), stderr: longer(run.stderr, heard?.stderr) }
}
