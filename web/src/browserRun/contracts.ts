/** What is asked of a run in this browser, and what it says: the messages of `runner/protocol.py`, as far as a
 *  browser can keep them. */

import type { Schemas } from '@/api/client'

export type CaseResult = Schemas['WireCaseResult']
export type Difference = NonNullable<CaseResult['differs']>
/** What Python says of a place in a program that it cannot read. */
export type Message = Schemas['WireMessage']
export type Verdict = CaseResult['verdict']
export type Stream = 'stdout' | 'stderr'

export interface Case {
  name: string
  stdin: string
  /** Left out, there is nothing to compare. */
  expected?: string
}

export interface Limits {
  wall_ms: number
  memory_kb: number
  /** Of each of stdout and stderr. */
  output_bytes: number
}

/** The runner's: three times its processor time, its memory, its output. */
export const LIMITS: Limits = { wall_ms: 12_000, memory_kb: 262_144, output_bytes: 65_536 }

export interface RunRequest {
  files: { name: string; text: string }[]
  entry: string
  /** At least one. Each has an interpreter of its own. */
  cases: readonly Case[]
  limits: Limits
}

interface Started {
  type: 'started'
}

/** Only of a run with a single case. */
interface Output {
  type: 'output'
  stream: Stream
  text: string
  at_ms: number
}

export interface Finished {
  type: 'finished'
  verdict: Verdict
  cases: CaseResult[]
  time_ms: number
  wall_ms: number
  memory_kb: number
  stdout: string
  stderr: string
  exit: number | null
  truncated: boolean
  reason: string
  messages: Message[]
}

export type RunEvent = Started | Output | Finished
