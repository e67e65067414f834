import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'

import type { Assignment, Run, ShownRun, Talk, WorkspaceState } from './contracts'
import { Workspace } from './workspace'
import { WorkspacePanel } from './WorkspacePanel'
import type { Downward, Payload } from '@/api/messages'
import { Cell } from '@/lib/cell'
import { Listeners } from '@/lib/listeners'
import type { EvidenceQueue, LiveLink } from '@/live/contracts'
import { NotAcknowledged } from '@/live/queue'
import { serve, show } from '@/testing/page'

const BIKES: Assignment = {
  id: 'a1',
  exercise: 'bikes',
  title: 'Charging posts',
  level: 'medium',
  minutes: 35,
  statement: 'Charge **all** bikes. <script>alert(1)</script>',
  languages: ['python', 'javascript'],
  language: 'python',
  examples: [{ name: 'two posts', stdin: '5 2', expected: '80' }],
  hidden_tests: 7,
}
const CASE: Run['cases'][number] = {
  name: '',
  verdict: 'AC',
  time_ms: 0,
  wall_ms: 0,
  memory_kb: 0,
  differs: null,
  note: '',
}
const RUN: Run = {
  id: 'r1',
  assignment: 'a1',
  language: 'python',
  purpose: 'examples',
  by: 'candidate',
  state: 'finished',
  position: 0,
  requested_us: 1_790_000_000_000_000,
  verdict: 'AC',
  time_ms: 41,
  memory_kb: 10_035,
  passed: 1,
  total: 1,
  cases: [{ ...CASE, name: 'two posts', time_ms: 41, memory_kb: 10_035 }],
  stdout: '',
  stderr: '',
  truncated: false,
  reason: '',
  messages: [],
  incident: '',
  attempts: 1,
}
const STATE: WorkspaceState = {
  type: 'coding.workspace_state',
  assignments: [BIKES],
  runs: [],
  can_run: true,
  cannot_run: [],
}

let told: Listeners<Downward>
let appended: Payload[]
let flush: () => Promise<void>
let workspace: Workspace

beforeAll(async () => {
  await Promise.all([import('./Statement'), import('./CodeEditor'), import('./document')])
})

beforeEach(() => {
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList
  told = new Listeners()
  appended = []
  flush = () => Promise.resolve()
  const link = {
    on: (type: string, listener: (message: Downward) => void) =>
      told.add((message) => message.type === type && listener(message)),
    onStatus: () => () => undefined,
    send: () => true,
  } as unknown as LiveLink
  const queue = {
    append: (payload: Payload) => Promise.resolve(void appended.push(payload)),
    flush: () => flush(),
    pending: 0,
    onPending: () => () => undefined,
    onSpace: () => () => undefined,
  } as unknown as EvidenceQueue
  const talk: Talk = { link, queue, room: new Cell(null), me: 'cai', roomSession: 'room' }
  workspace = new Workspace(talk)
})

afterEach(() => workspace.close())

const say = (state: Partial<WorkspaceState>) => act(() => told.tell({ ...STATE, ...state }))
const person = userEvent.setup()

test('what is asked is read as Markdown, and HTML in it stays text', async () => {
  say({})
  await show(<WorkspacePanel workspace={workspace} />)
  expect((await screen.findByText('all')).tagName).toBe('STRONG')
  expect(document.querySelector('script[src=""], article script')).toBeNull()
  expect(screen.getByText('One example')).toBeDefined()
})

test('the candidate’s wish to run goes to the visit once everything typed has arrived', async () => {
  say({})
  const asked = serve({ 'POST /api/visit/runs': () => [201, { id: 'r1' }] })
  let arrive = () => {}
  flush = () => new Promise((resolve) => (arrive = resolve))
  await show(<WorkspacePanel workspace={workspace} />)
  await person.click(screen.getByRole('button', { name: 'Run examples' }))
  expect(asked).toHaveLength(0)
  arrive()
  await waitFor(() =>
    expect(asked).toEqual([
      {
        what: 'POST /api/visit/runs',
        body: { assignment: 'a1', language: 'python', purpose: 'examples', stdin: '' },
      },
    ]),
  )
})

test('what cannot arrive is not run, and the page says so', async () => {
  say({})
  const asked = serve({})
  flush = () => Promise.reject(new NotAcknowledged())
  await show(<WorkspacePanel workspace={workspace} />)
  await person.click(screen.getByText('Run', { selector: 'button' }))
  await screen.findByText(/not reached the server yet/)
  expect(asked).toHaveLength(0)
})

test('own input goes with a plain run', async () => {
  say({})
  const asked = serve({ 'POST /api/rooms/room/runs': () => [201, { id: 'r1' }] })
  await show(<WorkspacePanel workspace={workspace} lead="interview" />)
  await person.click(screen.getByRole('button', { name: 'Input' }))
  await person.type(screen.getByLabelText(/What the program reads/), '5 2')
  await person.click(screen.getByText('Run', { selector: 'button' }))
  await waitFor(() => expect(asked[0]?.body).toMatchObject({ purpose: 'run', stdin: '5 2' }))
})

test('a run is told from its place in line to its verdict, with what it prints meanwhile', async () => {
  await show(<WorkspacePanel workspace={workspace} />)
  const running: Run = {
    ...RUN,
    purpose: 'run',
    state: 'running',
    verdict: null,
    cases: [],
    total: 0,
    passed: 0,
  }
  say({ runs: [{ ...running, state: 'queued', position: 3 }] })
  expect(await screen.findByText('Number 3 in line…')).toBeDefined()
  say({ runs: [running] })
  expect(screen.getByText('Running…')).toBeDefined()
  for (const text of ['one\n', 'two\n'])
    act(() => told.tell({ type: 'coding.run_output_state', run: 'r1', stream: 'stdout', text }))
  expect(screen.getByText(/one\s+two/)).toBeDefined()
  say({ runs: [{ ...running, state: 'finished', verdict: 'TLE', time_ms: 4012, stdout: 'one' }] })
  expect(screen.getByText('Ran longer than 4 s and was ended · 4,012 ms · 9.8 MB')).toBeDefined()
  expect(screen.getByText(/one\s+two/)).toBeDefined()
})

test('a run that goes on can be stopped', async () => {
  say({ runs: [{ ...RUN, state: 'running', verdict: null }] })
  const asked = serve({ 'POST /api/visit/runs/r1/stop': () => [204, null] })
  await show(<WorkspacePanel workspace={workspace} />)
  await person.click(screen.getByRole('button', { name: 'Stop' }))
  await waitFor(() => expect(asked.map(({ what }) => what)).toEqual(['POST /api/visit/runs/r1/stop']))
})

test('hidden tests show how each ended, and neither input nor name', async () => {
  const cases: Run['cases'] = [
    { ...CASE, name: 'two posts', time_ms: 30, memory_kb: 9000 },
    CASE,
    { ...CASE, verdict: 'TLE' },
  ]
  say({ runs: [{ ...RUN, purpose: 'tests', verdict: 'TLE', passed: 2, total: 3, cases }] })
  await show(<WorkspacePanel workspace={workspace} />)
  expect(screen.getByText('2 of 3 tests · Ran too long and was ended · 41 ms · 9.8 MB')).toBeDefined()
  const second = screen.getByText('Hidden test 2').closest('li')
  expect(second && within(second).getByText('Ran too long and was ended')).toBeDefined()
})

test('without a runner it says so, and that writing goes on', async () => {
  say({ can_run: false, cannot_run: ['no_runner'], assignments: [{ ...BIKES, language: 'javascript' }] })
  await show(<WorkspacePanel workspace={workspace} />)
  expect(screen.getByText(/No runner is connected\. Writing goes on as usual/)).toBeDefined()
  expect(screen.queryByRole('button', { name: /Run/ })).toBeNull()
})

test('without a runner Python runs in the browser, which says what that means, and knows no hidden test', async () => {
  say({ can_run: false, cannot_run: ['no_bubblewrap'] })
  await show(<WorkspacePanel workspace={workspace} />)
  expect(screen.getByText(/lacks bubblewrap\. Python runs in this browser instead/)).toBeDefined()
  expect(screen.getByText(/Hidden tests stay on the server .* shown to you alone/)).toBeDefined()
  expect(screen.getByRole('button', { name: 'Run examples' })).toBeDefined()
  expect(screen.queryByRole('button', { name: 'Check with hidden tests' })).toBeNull()
})

test('what ran in the browser is marked so, also among what the server ran', async () => {
  say({ can_run: false, cannot_run: ['no_runner'], runs: [RUN] })
  const local: ShownRun = { ...RUN, id: 'r2', inBrowser: true, verdict: 'WA', passed: 0 }
  workspace.browser.runs.set([local])
  await show(<WorkspacePanel workspace={workspace} />)
  expect(within(screen.getByRole('region', { name: 'Result' })).getByText('In this browser')).toBeDefined()
  await person.selectOptions(screen.getByLabelText('Earlier runs'), 'r1')
  expect(within(screen.getByRole('region', { name: 'Result' })).queryByText('In this browser')).toBeNull()
})

test('another language is chosen for both sides', async () => {
  say({})
  await show(<WorkspacePanel workspace={workspace} />)
  await person.selectOptions(screen.getByLabelText('Language'), 'JavaScript')
  expect(appended).toEqual([{ kind: 'coding.language_chosen', assignment: 'a1', language: 'javascript' }])
})

test('of several exercises the page shows the one that was chosen', async () => {
  say({ assignments: [BIKES, { ...BIKES, id: 'a2', title: 'Tide window' }] })
  await show(<WorkspacePanel workspace={workspace} />)
  await person.click(screen.getByRole('button', { name: 'Tide window' }))
  expect(await screen.findByRole('heading', { name: 'Tide window' })).toBeDefined()
})

test('an exercise that comes while the page is open is news, and one that was there is not', () => {
  say({})
  expect(workspace.news.get()).toBe('')
  say({ assignments: [BIKES, { ...BIKES, id: 'a2', title: 'Tide window' }] })
  expect(workspace.news.get()).toBe('Tide window')
})

test('nobody writes before the text is there', async () => {
  say({})
  await show(<WorkspacePanel workspace={workspace} />)
  await screen.findByText('The text is being fetched…')
  expect(document.querySelector('.cm-editor')).toBeNull()
})

test('a compiler’s words stand with their place', async () => {
  const messages = [{ file: 'main.c', line: 4, column: 12, is_error: true, text: 'expected ‘;’' }]
  await show(<WorkspacePanel workspace={workspace} />)
  say({ runs: [{ ...RUN, verdict: 'CE', cases: [{ ...CASE, verdict: 'CE' }], messages }] })
  const said = within(await screen.findByRole('list', { name: 'What the compiler says' }))
  expect(said.getByRole('listitem').textContent).toBe('main.c:4:12expected ‘;’')
})

test('the first line that differs is shown, and where there is none', async () => {
  const differs = { line: 3, expected: '80', printed: null }
  await show(<WorkspacePanel workspace={workspace} />)
  say({ runs: [{ ...RUN, verdict: 'WA', cases: [{ ...CASE, verdict: 'WA', differs, note: 'too short' }] }] })
  expect((await screen.findByText(/Line 3 is the first/)).parentElement?.textContent).toMatch(
    /Expected80Printedno such linetoo short/,
  )
})

test('what failed at us is said to be our fault, with its number, and what was begun twice is said', async () => {
  await show(<WorkspacePanel workspace={workspace} />)
  say({ runs: [{ ...RUN, verdict: 'IE', cases: [], incident: 'c0ffee00', attempts: 2 }] })
  expect(await screen.findByText(/our fault.*c0ffee00/)).toBeDefined()
  expect(screen.getByText(/begun twice/)).toBeDefined()
})
