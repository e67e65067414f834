import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { LIMITS } from './contracts'
import { Interpreter } from './interpreter'
import type { FromWorker, Task } from './messages'

const TASK: Task = {
  files: [{ name: 'main.py', text: 'print(5)' }],
  entry: 'main.py',
  stdin: '',
  limits: LIMITS,
}

let said: Task[]
let closed: number
let port: MessagePort
let printed: string[]
let interpreter: Interpreter

const tell = (message: FromWorker) => void port.onmessage?.({ data: message } as MessageEvent<FromWorker>)
const run = () =>
  interpreter.run(TASK, { started: () => printed.push('started'), printed: (_, text) => printed.push(text) })
/** Until what was promised has been passed on. */
const settle = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => {
  vi.useFakeTimers()
  said = []
  printed = []
  closed = 0
  port = { onmessage: null, postMessage: (task: Task) => said.push(task) } as unknown as MessagePort
  interpreter = new Interpreter(port, () => closed++)
})
afterEach(() => vi.useRealTimers())

test('a program is handed over once the interpreter is ready, and gone when it has ended', async () => {
  const ended = run()
  await settle()
  expect(said).toEqual([])
  tell({ type: 'ready' })
  await settle()
  expect(said).toEqual([TASK])
  tell({ type: 'started' })
  tell({ type: 'output', stream: 'stdout', text: '5\n', at_ms: 1 })
  tell({ type: 'ended', exit: 0, out_of_memory: false, wall_ms: 3, memory_kb: 20_480 })
  expect(await ended).toMatchObject({ how: 'exited', exit: 0, stdout: '5\n', wall_ms: 3, memory_kb: 20_480 })
  expect(printed).toEqual(['started', '5\n'])
  expect(closed).toBe(1)
})

test('one that does not end is ended, and the time to get ready does not count', async () => {
  const ended = run()
  await vi.advanceTimersByTimeAsync(LIMITS.wall_ms * 2)
  tell({ type: 'ready' })
  await vi.advanceTimersByTimeAsync(LIMITS.wall_ms - 1)
  expect(closed).toBe(0)
  await vi.advanceTimersByTimeAsync(1)
  expect(await ended).toMatchObject({ how: 'time', exit: null, wall_ms: LIMITS.wall_ms })
  expect(closed).toBe(1)
})

test.each([
  ['prints too much', { type: 'overflowed' }, 'output'],
  ['runs out of memory', { type: 'ended', exit: 1, out_of_memory: true, wall_ms: 1, memory_kb: 1 }, 'memory'],
  ['breaks', { type: 'broken', complaint: 'no memory' }, 'broken'],
] as const)('one that %s is ended at once', async (_, message, how) => {
  const ended = run()
  tell({ type: 'ready' })
  await settle()
  tell(message)
  expect(await ended).toMatchObject({ how })
  expect(closed).toBe(1)
})

test('one that is stopped before it is ready never runs', async () => {
  const ended = run()
  interpreter.stop()
  expect(await ended).toMatchObject({ how: 'stopped', wall_ms: 0 })
  expect(closed).toBe(1)
})
