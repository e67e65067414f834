import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import type { Participant, RoomState } from './contracts'
import { CodeDocument } from './document'
import { Cell } from '@/lib/cell'
import { openEvidenceQueue } from '@/live/queue'
import { createLink } from '@/live/socket'
import { CodeServer } from '@/testing/code-server'
import { FakeLocks } from '@/testing/locks'

const ID = 'task:python'
let server: CodeServer
const opened: { leave: () => Promise<void> }[] = []

beforeEach(() => {
  localStorage.clear()
  vi.stubGlobal('indexedDB', new IDBFactory())
  Object.defineProperty(navigator, 'locks', { configurable: true, value: new FakeLocks() })
  server = new CodeServer()
  server.start(ID, 'def sum():\n')
})

afterEach(async () => {
  for (const { leave } of opened.splice(0)) await leave()
  vi.unstubAllGlobals()
})

const person = (id: string, role: Participant['role']): Participant => ({
  id,
  name: id,
  role,
  admission: 'admitted',
  is_connected: true,
  camera: true,
  microphone: true,
})

/** One page load of one person: a link and a queue of their own, and the text open. */
async function openPage(me: string) {
  const link = createLink({ roomSession: 'room', getTicket: () => Promise.resolve('ticket') })
  const queue = await openEvidenceQueue({ link, roomSession: 'room', participant: me })
  const participants = [
    person('cai', 'candidate'),
    person('ines', 'interviewer'),
    person('somebody', 'interviewer'),
  ]
  const room = new Cell<RoomState | null>({ participants } as RoomState)
  link.open()
  await vi.waitFor(() => expect(link.status.state).toMatch(/open|reconnecting/))
  const socket = server.socket
  const document = new CodeDocument(ID, { link, queue, room, roomSession: 'room', me })
  const leave = async () => {
    document.close()
    await queue.stop()
    link.close()
  }
  const page = { document, queue, room, socket, leave, text: () => document.replica.get().text }
  opened.push(page)
  return page
}

type Page = Awaited<ReturnType<typeof openPage>>
const isOpen = ({ document }: Page) => vi.waitFor(() => expect(document.isOpen.get()).toBe(true))
const settled = (...pages: Page[]) =>
  vi.waitFor(
    () => {
      for (const page of pages) expect(page.text().toJSON()).toBe(server.textOf(ID))
      for (const page of pages) expect(page.queue.pending).toBe(0)
    },
    { timeout: 8000 },
  )

/** The server cannot be reached by who comes new; those who are connected stay so. */
function cut(page: Page) {
  server.reachable = false
  page.socket.drop()
}

test('two who open it at the same moment both see the beginning once', async () => {
  const pages = await Promise.all([openPage('cai'), openPage('ines')])
  for (const page of pages) await isOpen(page)
  expect(pages.map((page) => page.text().toJSON())).toEqual(['def sum():\n', 'def sum():\n'])
})

test('two who write at once end with the same text, and so does the server', async () => {
  const [cai, ines] = [await openPage('cai'), await openPage('ines')]
  await Promise.all([isOpen(cai), isOpen(ines)])
  for (let index = 0; index < 40; index++) {
    cai.text().insert(cai.text().length, 'c')
    ines.text().insert(0, 'i')
    if (index % 10 === 9) await Promise.resolve()
  }
  cai.document.flush()
  ines.document.flush()
  await settled(cai, ines)
  expect(server.textOf(ID)).toBe(`${'i'.repeat(40)}def sum():\n${'c'.repeat(40)}`)
})

test('the first letter goes at once and what follows within a moment goes together', async () => {
  const cai = await openPage('cai')
  await isOpen(cai)
  for (const letter of 'hello world') cai.text().insert(cai.text().length, letter)
  await vi.waitFor(() => expect(server.textOf(ID)).toBe('def sum():\nhello world'))
  expect(server.edits).toHaveLength(2)
})

test('what is typed offline comes together with what the other typed meanwhile', async () => {
  const [cai, ines] = [await openPage('cai'), await openPage('ines')]
  await Promise.all([isOpen(cai), isOpen(ines)])
  cut(cai)
  cai.text().insert(0, 'offline ')
  ines.text().insert(ines.text().length, 'online')
  await settled(ines)
  expect(server.textOf(ID)).toBe('def sum():\nonline')
  server.reachable = true
  await settled(cai, ines)
  expect(server.textOf(ID)).toBe('offline def sum():\nonline')
})

test('a page that is loaded again goes on with the text', async () => {
  const before = await openPage('cai')
  await isOpen(before)
  before.text().insert(11, '  return 1')
  await before.leave()
  const after = await openPage('cai')
  await isOpen(after)
  await vi.waitFor(() => expect(after.text().toJSON()).toBe('def sum():\n  return 1'))
  after.text().insert(after.text().length, '2')
  await settled(after)
})

test('what was typed offline before a reload comes back when the server can be reached', async () => {
  const before = await openPage('cai')
  await isOpen(before)
  cut(before)
  before.text().insert(0, 'typed offline ')
  before.document.flush()
  await before.leave()
  const after = await openPage('cai')
  expect(after.document.isOpen.get()).toBe(false)
  server.reachable = true
  await vi.waitFor(() => expect(after.text().toJSON()).toBe('typed offline def sum():\n'), {
    timeout: 8000,
  })
  await settled(after)
})

test('what this page hears of its own edits changes nothing', async () => {
  const cai = await openPage('cai')
  await isOpen(cai)
  cai.text().insert(0, 'once ')
  await settled(cai)
  for (const { document, update } of server.edits)
    server.tell({ type: 'coding.document_update_state', document, author: 'cai', update })
  await settled(cai)
  expect(cai.text().toJSON()).toBe('once def sum():\n')
})

test('only what was typed here is undone', async () => {
  const [cai, ines] = [await openPage('cai'), await openPage('ines')]
  await Promise.all([isOpen(cai), isOpen(ines)])
  const { undo, text } = cai.document.replica.get()
  undo.addTrackedOrigin('keyboard')
  text.doc?.transact(() => text.insert(0, 'mine '), 'keyboard')
  await settled(cai, ines)
  ines.text().insert(0, 'theirs ')
  await settled(cai, ines)
  undo.undo()
  await settled(cai, ines)
  expect(server.textOf(ID)).toBe('theirs def sum():\n')
})

test('an edit that was refused by mistake is sent once more', async () => {
  const cai = await openPage('cai')
  await isOpen(cai)
  let refusals = 1
  server.log.refuse = ({ kind }) =>
    kind === 'coding.document_edited' && refusals-- > 0 ? 'document_too_large' : undefined
  cai.text().insert(0, 'again ')
  await vi.waitFor(() => expect(server.textOf(ID)).toBe('again def sum():\n'), { timeout: 4000 })
  await settled(cai)
})

test('an edit that the log never takes is taken back, and what is typed next is seen by all', async () => {
  const [cai, ines] = [await openPage('cai'), await openPage('ines')]
  await Promise.all([isOpen(cai), isOpen(ines)])
  const told = vi.fn()
  cai.document.onTakenBack(told)
  server.log.refuse = ({ kind }) => (kind === 'coding.document_edited' ? 'document_too_large' : undefined)
  cai.text().insert(0, 'much ')
  await vi.waitFor(() => expect(told).toHaveBeenCalledOnce(), { timeout: 6000 })
  server.log.refuse = () => undefined
  cai.text().insert(0, 'less ')
  await settled(cai, ines)
  expect(server.textOf(ID)).toBe('less def sum():\n')
})

test('a text too long for one entry is taken back before it is sent', async () => {
  const cai = await openPage('cai')
  await isOpen(cai)
  const told = vi.fn()
  cai.document.onTakenBack(told)
  cai.text().insert(0, 'x'.repeat(40_000))
  await vi.waitFor(() => expect(told).toHaveBeenCalledOnce())
  expect(cai.text().toJSON()).toBe('def sum():\n')
  expect(server.edits).toHaveLength(0)
})

test('two long pastes in one moment go as two entries', async () => {
  const cai = await openPage('cai')
  await isOpen(cai)
  cai.text().insert(0, '.')
  for (const letter of 'ab') cai.text().insert(0, letter.repeat(30_000))
  await vi.waitFor(() => expect(server.textOf(ID)).toHaveLength(60_012), { timeout: 4000 })
  expect(server.edits).toHaveLength(3)
})

test('carets are told a few times a second, by role and name as the room knows them, and go with the person', async () => {
  const cai = await openPage('cai')
  await isOpen(cai)
  const ines = await openPage('ines')
  await isOpen(ines)
  const theirs = () =>
    [...ines.document.replica.get().awareness.getStates().values()].filter((state) => 'user' in state)
  for (let at = 0; at < 50; at++)
    cai.document.replica.get().awareness.setLocalStateField('cursor', { at, user: 'forged' })
  await vi.waitFor(() =>
    expect(theirs()[0]).toMatchObject({ cursor: { at: 49 }, user: { name: 'somebody' } }),
  )
  const told = server.heardOf('coding.set_cursor').length
  expect(told).toBeLessThan(12)
  const room = ines.room.get()
  ines.room.set({ ...room, participants: [person('ines', 'interviewer')] } as RoomState)
  expect(theirs()).toEqual([])
})
