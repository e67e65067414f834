/** Holds one interpreter, for one program. It lives behind `enclosure.html`: in here nothing has an origin, a
 *  cookie or a network, whatever the program does. Nor is anything fetched: pyodide is handed in. */

import type { loadPyodide, PyodideAPI } from 'pyodide'

import { info } from '../../node_modules/pyodide/pyodide-lock.json'

import type { Limits, Message, Stream } from './contracts'
import type { FromWorker, Kit, Task } from './messages'

interface Scope {
  importScripts(...addresses: string[]): void
  /** After its script. */
  loadPyodide: typeof loadPyodide
}

// The page's library describes `globalThis` as a window; in here it is a worker.
const scope = globalThis as unknown as Scope

type Say = (message: FromWorker) => void

/** Python, and nothing else that could be imported. */
const NO_PACKAGES = JSON.stringify({ info, packages: {} })
const NOWHERE = 'https://nowhere.invalid/'
const PAGE_KB = 64
const TOO_DEEP = 'RecursionError: calls went deeper than this browser allows\n'

addEventListener(
  'message',
  ({ data, ports: [port] }: MessageEvent<Kit<string, WebAssembly.Module>>) => port && void open(data, port),
  { once: true },
)

async function open(kit: Kit<string, WebAssembly.Module>, port: MessagePort): Promise<void> {
  const say: Say = (message) => port.postMessage(message)
  const complain = (error: unknown) => say({ type: 'broken', complaint: String(error) })
  try {
    const memory = new Memory()
    const python = await load(kit, memory)
    port.onmessage = ({ data }: MessageEvent<Task>) => void run(python, memory, data, say).catch(complain)
    say({ type: 'ready' })
  } catch (error) {
    complain(error)
  }
}

async function load(kit: Kit<string, WebAssembly.Module>, memory: Memory): Promise<PyodideAPI> {
  // Pyodide asks for two files by address: one is compiled already, the other is here.
  WebAssembly.instantiateStreaming = async (_, imports) => {
    memory.watch(imports?.env?.memory as WebAssembly.Memory)
    return { module: kit.binary, instance: await WebAssembly.instantiate(kit.binary, imports) }
  }
  globalThis.fetch = () => Promise.resolve(new Response(kit.library))
  scope.importScripts(kit.engine, kit.loader)
  const python = await scope.loadPyodide({
    indexURL: NOWHERE,
    packageBaseUrl: NOWHERE,
    lockFileContents: NO_PACKAGES,
    jsglobals: {},
    env: { HOME: '/home/program' },
  })
  python.runPython(kit.driver, { filename: 'driver.py' })
  return python
}

async function run(python: PyodideAPI, memory: Memory, task: Task, say: Say): Promise<void> {
  const { entry, stdin, limits } = task
  const startedMs = performance.now()
  const elapsed = () => Math.round(performance.now() - startedMs)
  python.setStdin({ read: reader(stdin) })
  python.setStdout({ write: writer('stdout', limits, elapsed, say) })
  python.setStderr({ write: writer('stderr', limits, elapsed, say) })
  const messages = complaintsOf(python, task)
  if (messages.length > 0) {
    say({ type: 'uncompiled', messages })
    return
  }
  say({ type: 'started' })
  memory.limitKb = limits.memory_kb
  const [exit, out_of_memory] = await left(python, entry, (text) =>
    say({ type: 'output', stream: 'stderr', text, at_ms: elapsed() }),
  )
  say({ type: 'ended', exit, out_of_memory, wall_ms: elapsed(), memory_kb: memory.usedKb })
}

function complaintsOf(python: PyodideAPI, { files }: Task): Message[] {
  const complaints = python.runPython('complaints') as (files: string) => string
  const found = JSON.parse(complaints(JSON.stringify(files))) as [string, number, number, string][]
  return found.map(([file, line, column, text]) => ({ file, line, column, is_error: true, text }))
}

type Left = [exit: number, outOfMemory: boolean]

/** Where the browser can, Python waits in the middle of a call, which `asyncio.run` takes. What ends the
 *  interpreter from within, as `os._exit` and `os.abort` do, is the program's doing. */
async function left(python: PyodideAPI, entry: string, warn: (text: string) => void): Promise<Left> {
  const run = python.runPython('run') as { callPromising: (entry: string) => Promise<string> }
  try {
    return JSON.parse(await run.callPromising(entry)) as Left
  } catch (error) {
    const { status } = error as { status?: unknown }
    if (typeof status === 'number') return [status, false]
    // The browser's own stack may end before Python notices that its is full.
    warn(error instanceof RangeError ? TOO_DEEP : `${String(error)}\n`)
    return [1, false]
  }
}

function reader(stdin: string): (buffer: Uint8Array) => number {
  let rest = new TextEncoder().encode(stdin)
  return (buffer) => {
    const part = rest.subarray(0, buffer.length)
    buffer.set(part)
    rest = rest.subarray(part.length)
    return part.length
  }
}

/** Says what is printed up to the limit, and after it only that there was more. */
function writer(
  stream: Stream,
  limits: Limits,
  elapsed: () => number,
  say: Say,
): (bytes: Uint8Array) => number {
  const decoder = new TextDecoder()
  let room = limits.output_bytes
  return (bytes) => {
    const text = decoder.decode(bytes.subarray(0, room), { stream: true })
    if (text) say({ type: 'output', stream, text, at_ms: elapsed() })
    if (bytes.length > room) say({ type: 'overflowed' })
    room = Math.max(0, room - bytes.length)
    return bytes.length
  }
}

/** The interpreter's memory: past the limit it gets no more, which Python calls a MemoryError. It never
 *  shrinks, so that it tells how much there ever was. */
class Memory {
  limitKb = Infinity
  #memory: WebAssembly.Memory | undefined

  watch(memory: WebAssembly.Memory): void {
    this.#memory = memory
    const grow = memory.grow.bind(memory)
    memory.grow = (pages) => {
      if (this.usedKb + pages * PAGE_KB > this.limitKb) throw new RangeError('The memory limit is reached.')
      return grow(pages)
    }
  }

  get usedKb(): number {
    return Math.round((this.#memory?.buffer.byteLength ?? 0) / 1024)
  }
}
