/** Runs in this browser, for where no server can run anything. They are shown on this page and nowhere else. */

import { LIMITS, type RunEvent, type RunRequest } from '@/browserRun/contracts'
import type { BrowserRunner } from '@/browserRun/runner'
import { Cell } from '@/lib/cell'
import { randomId } from '@/lib/random-id'

import type { Assignment, Language, Purpose, ShownRun } from './contracts'

const ENTRY = 'main.py'

export const runsInBrowser = (language: Language): boolean => language === 'python'

export class BrowserRuns {
  /** Newest first. */
  readonly runs = new Cell<readonly ShownRun[]>([])
  /** How much of Python has arrived, from 0 to 1; it is fetched with the first run. */
  readonly arrived = new Cell(0)
  #runner: BrowserRunner | undefined
  #isClosed = false

  /** Of hidden tests, which never leave the server, it knows none: only the examples are run. */
  async run(assignment: Assignment, purpose: Purpose, stdin: string, text: string) {
    const cases = purpose === 'run' ? [{ name: '', stdin }] : assignment.examples
    const runner = await this.#open()
    if (this.#isClosed) return
    const run = begun(assignment, purpose, cases.length)
    this.runs.set([run, ...this.runs.get()])
    const request: RunRequest = { files: [{ name: ENTRY, text }], entry: ENTRY, cases, limits: LIMITS }
    await runner.run(request, (event) => this.#change(run.id, event))
  }

  stop(): void {
    this.#runner?.stop()
  }

  close(): void {
    this.#isClosed = true
    this.#runner?.close()
  }

  async #open(): Promise<BrowserRunner> {
    const { BrowserRunner } = await import('@/browserRun/runner')
    if (this.#runner) return this.#runner
    const runner = new BrowserRunner()
    runner.arrived.watch(() => this.arrived.set(runner.arrived.get()))
    return (this.#runner = runner)
  }

  #change(id: string, event: RunEvent): void {
    this.runs.set(this.runs.get().map((run) => (run.id === id ? after(run, event) : run)))
  }
}

export function begun(assignment: Assignment, purpose: Purpose, total: number): ShownRun {
  return {
    id: randomId(),
    inBrowser: true,
    assignment: assignment.id,
    language: assignment.language,
    purpose,
    by: '',
    state: 'queued',
    position: 0,
    requested_us: Date.now() * 1000,
    verdict: null,
    time_ms: 0,
    memory_kb: 0,
    passed: 0,
    total,
    cases: [],
    stdout: '',
    stderr: '',
    truncated: false,
    reason: '',
    messages: [],
    incident: '',
    attempts: 1,
  }
}

/** The run after what it said. */
export function after(run: ShownRun, event: RunEvent): ShownRun {
  if (event.type === 'started') return { ...run, state: 'running' }
  if (event.type === 'output') return { ...run, [event.stream]: run[event.stream] + event.text }
  const { verdict, cases, time_ms, memory_kb, stdout, stderr, truncated, reason, messages } = event
  const passed = cases.filter((one) => one.verdict === 'AC').length
  const result = { verdict, cases, time_ms, memory_kb, stdout, stderr, truncated, reason, messages, passed }
  return { ...run, state: 'finished', ...result }
}
