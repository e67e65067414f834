/** From how a program ended to a verdict, as the runner's `judging` does it; examples are compared line by
 *  line, without white space at the end of a line and empty lines at the end. */

import type { Case, CaseResult, Difference, Finished, Verdict } from './contracts'
import type { Ended } from './interpreter'

const MAX_LINE_CHARS = 200
const AT_A_LIMIT: Record<Exclude<Ended['how'], 'exited'>, Verdict> = {
  uncompiled: 'CE',
  time: 'TLE',
  memory: 'MLE',
  output: 'OLE',
  stopped: 'RTE',
  broken: 'IE',
}

export interface Judged {
  ended: Ended
  result: CaseResult
}

export function judged({ name, expected }: Case, ended: Ended): Judged {
  const failure = failureOf(ended)
  const differs = failure || expected === undefined ? null : difference(ended.stdout, expected)
  const verdict = failure ?? (differs ? 'WA' : 'AC')
  const { wall_ms, memory_kb } = ended
  return { ended, result: { name, verdict, time_ms: wall_ms, wall_ms, memory_kb, differs, note: '' } }
}

function failureOf({ how, exit }: Ended): Verdict | undefined {
  if (how !== 'exited') return AT_A_LIMIT[how]
  return exit === 0 ? undefined : 'RTE'
}

/** Of at least one case: the first that is not right decides. */
export function summedUp(cases: readonly Judged[]): Finished {
  const decisive = cases.find(({ result }) => result.verdict !== 'AC') ?? cases[0]
  if (!decisive) throw new Error('A run without a case.')
  const { ended, result } = decisive
  const most = (pick: (one: CaseResult) => number) => Math.max(...cases.map((one) => pick(one.result)))
  return {
    type: 'finished',
    verdict: result.verdict,
    cases: cases.map((one) => one.result),
    time_ms: most(({ time_ms }) => time_ms),
    wall_ms: most(({ wall_ms }) => wall_ms),
    memory_kb: most(({ memory_kb }) => memory_kb),
    stdout: ended.stdout,
    stderr: ended.stderr,
    exit: ended.exit,
    truncated: ended.how === 'output',
    reason: ended.complaint,
    messages: ended.messages,
  }
}

/** The first line that is not as expected; null if all are. */
export function difference(printed: string, expected: string): Difference | null {
  const theirs = significant(printed)
  const ours = significant(expected)
  const lines = Array.from({ length: Math.max(theirs.length, ours.length) }, (_, index) => index)
  const index = lines.find((each) => theirs[each] !== ours[each])
  if (index === undefined) return null
  return { line: index + 1, expected: cut(ours[index]), printed: cut(theirs[index]) }
}

const significant = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => line.trimEnd())

const cut = (line: string | undefined) => line?.slice(0, MAX_LINE_CHARS) ?? null
