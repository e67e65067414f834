import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { deleteDB } from 'idb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type EvidenceQueue, type LiveLink, OtherTabWrites } from './contracts'
import { NotAcknowledged, openEvidenceQueue, QueueEnded, type QueueOptions } from './queue'
import { createLink } from './socket'
import type { Payload } from '@/api/messages'
import { LiveLog } from '@/testing/live-log'
import { LiveServer } from '@/testing/live-server'
import { FakeLocks } from '@/testing/locks'

let server: LiveServer
let log: LiveLog
const opened: { link: LiveLink; queue: EvidenceQueue }[] = []

beforeEach(() => {
  localStorage.clear()
  vi.stubGlobal('indexedDB', new IDBFactory())
  Object.defineProperty(navigator, 'locks', { configurable: true, value: new FakeLocks() })
  server = new LiveServer()
  log = new LiveLog()
  server.answer = (message) =>
    message.type === 'evidence.append' ? log.append(message) : server.greet(message)
})

afterEach(async () => {
  for (const { link, queue } of opened.splice(0)) {
    await queue.stop()
    link.close()
  }
  vi.unstubAllGlobals()
})

/** One page load of the same tab: a link of its own, and the queue that this browser keeps for the room. */
async function openPage(
  options: Partial<QueueOptions> = {},
): Promise<{ link: LiveLink; queue: EvidenceQueue }> {
  const link = createLink({ roomSession: 'room', getTicket: () => Promise.resolve('ticket') })
  const queue = await openEvidenceQueue({ link, roomSession: 'room', participant: 'cai', ...options })
  opened.push({ link, queue })
  return { link, queue }
}

const said = (reason: string): Payload => ({ kind: 'evidence.gap_noted', lost: 0, reason })
const reasons = () => log.payloads.map((payload) => ('reason' in payload ? payload.reason : payload.kind))
const numbers = () => [...log.streams.values()].map((drafts) => drafts.map(({ number }) => number))

test('entries arrive in order, numbered from one, and the receipt is kept', async () => {
  const { link, queue } = await openPage()
  link.open()
  await Promise.all(['a', 'b', 'c'].map((reason) => queue.append(said(reason))))
  await queue.flush(2_000)
  expect(reasons()).toEqual(['a', 'b', 'c'])
  expect(numbers()).toEqual([[1, 2, 3]])
  expect(queue.pending).toBe(0)
  expect((await queue.receipts()).map(({ through }) => through)).toEqual([3])
})

test('what was appended offline is sent when the link opens', async () => {
  const { link, queue } = await openPage()
  await queue.append(said('offline'))
  expect(queue.pending).toBe(1)
  await expect(queue.flush(10)).rejects.toThrow(NotAcknowledged)
  link.open()
  await queue.flush(2_000)
  expect(reasons()).toEqual(['offline'])
})

test('the next page load goes on with the same stream and the entries of the page before, each with its epoch', async () => {
  const first = await openPage()
  await first.queue.append(said('before'))
  await first.queue.stop()
  const second = await openPage()
  await second.queue.append(said('after'))
  second.link.open()
  await second.queue.flush(2_000)
  expect(numbers()).toEqual([[1, 2]])
  expect(log.batches.map(({ epoch }) => epoch)).toEqual([first.link.clock.epoch, second.link.clock.epoch])
  expect(log.batches.every(({ origin_us }) => typeof origin_us === 'number')).toBe(true)
})

test('nothing is sent before the server has measured the clock by which it was noted', async () => {
  const { link, queue } = await openPage()
  const { answer } = server
  server.answer = (message) => (message.type === 'clock.ping' ? [] : answer(message))
  link.open()
  await queue.append(said('patient'))
  await vi.waitFor(() => expect(server.heardOf('clock.ping')).toHaveLength(1))
  expect(log.batches).toEqual([])
  server.answer = answer
  server
    .heardOf('clock.ping')
    .flatMap(answer)
    .forEach((pong) => server.say(pong))
  await queue.flush(2_000)
  const kinds = server.heard.map(({ type }) => type)
  expect(kinds.lastIndexOf('clock.ping')).toBeLessThan(kinds.indexOf('evidence.append'))
})

test('a page that never reached the server says how little its own clock is worth', async () => {
  const first = await openPage()
  await first.queue.append(said('alone'))
  await first.queue.stop()
  const second = await openPage()
  second.link.open()
  await second.queue.append(said('connected'))
  await second.queue.flush(2_000)
  const [alone, connected] = log.batches
  expect(alone?.origin_uncertainty_us).toBe(3_600_000_000)
  expect(connected?.origin_uncertainty_us).toBeLessThan(1_000_000)
})

test('a batch whose answer was lost is repeated after reconnecting and stored once', async () => {
  const { link, queue } = await openPage()
  const { answer } = server
  server.answer = (message) =>
    message.type === 'evidence.append' ? (log.append(message), []) : answer(message)
  link.open()
  await queue.append(said('once'))
  await vi.waitFor(() => expect(log.batches).toHaveLength(1))
  server.answer = answer
  server.socket.drop()
  await queue.flush(3_000)
  expect(log.batches.length).toBeGreaterThan(1)
  expect(reasons()).toEqual(['once'])
})

test('an entry that can never be stored leaves a note under its own number, and the rest arrives', async () => {
  const { link, queue } = await openPage()
  log.refuse = (payload) => ('reason' in payload && payload.reason === 'bad' ? 'invalid_payload' : undefined)
  await Promise.all(['a', 'bad', 'c'].map((reason) => queue.append(said(reason))))
  link.open()
  await queue.flush(4_000)
  expect(log.payloads[1]).toEqual({ kind: 'evidence.gap_noted', lost: 1, reason: 'invalid_payload' })
  expect(reasons()).toEqual(['a', 'invalid_payload', 'c'])
  expect(numbers()).toEqual([[1, 2, 3]])
})

test('a message that is refused whole is sent entry by entry until the one to blame is found', async () => {
  const { link, queue } = await openPage()
  const { answer } = server
  server.answer = (message) => {
    const isBad = message.type === 'evidence.append' && JSON.stringify(message).includes('huge')
    if (isBad) return [{ type: 'live.message_refused_state', code: 'message_too_large', message: '' }]
    return answer(message)
  }
  await Promise.all(['a', 'huge', 'c'].map((reason) => queue.append(said(reason))))
  link.open()
  await queue.flush(6_000)
  expect(reasons()).toEqual(['a', 'message_too_large', 'c'])
})

test('a stream that the server holds differently is left for a new one, nothing lost', async () => {
  const first = await openPage()
  await first.queue.append(said('mine'))
  await first.queue.append(said('mine too'))
  const copied = vi.spyOn(log, 'append').mockImplementationOnce((message) => [
    {
      type: 'evidence.refused_state',
      stream: message.stream,
      refusals: [{ number: 1, code: 'stream_conflict' }],
    },
  ])
  first.link.open()
  await first.queue.flush(4_000)
  expect(reasons()).toEqual(['stream_conflict', 'mine', 'mine too'])
  expect(numbers()).toEqual([[1, 2, 3]])
  expect(copied.mock.calls[0]?.[0].stream).not.toBe([...log.streams.keys()][0])
})

test('asked to slow down, it waits and then sends', async () => {
  const { link, queue } = await openPage()
  vi.spyOn(log, 'append').mockReturnValueOnce([{ type: 'evidence.slow_down_state', retry_after_ms: 300 }])
  link.open()
  const started = performance.now()
  await queue.append(said('patient'))
  await queue.flush(2_000)
  expect(performance.now() - started).toBeGreaterThan(290)
  expect(reasons()).toEqual(['patient'])
})

test('a second tab may not write, unless it takes over; the first is told and stops', async () => {
  let told = 0
  const first = await openPage({ onTakenOver: () => (told += 1) })
  await first.queue.append(said('first'))
  await expect(openPage()).rejects.toThrow(OtherTabWrites)
  const second = await openPage({ takeOver: true })
  await vi.waitFor(() => expect(told).toBe(1))
  await expect(first.queue.append(said('too late'))).rejects.toThrow(OtherTabWrites)
  await second.queue.append(said('second'))
  second.link.open()
  await second.queue.flush(2_000)
  expect(reasons()).toEqual(['first', 'second'])
})

test('without locks the store itself lets only the newest page write', async () => {
  Reflect.deleteProperty(navigator, 'locks')
  let told = 0
  const first = await openPage({ onTakenOver: () => (told += 1) })
  await openPage()
  await expect(first.queue.append(said('too late'))).rejects.toThrow(OtherTabWrites)
  expect(told).toBe(1)
})

test('where there is no space left, the page is told, and the loss stands in the log with its count', async () => {
  const { link, queue } = await openPage({ capacity: { entries: 10, bytes: 1_000_000 } })
  const spaces: string[] = []
  queue.onSpace((space) => spaces.push(space))
  for (let number = 1; number <= 13; number += 1) await queue.append(said(`${number}`))
  expect(spaces).toEqual(['low', 'full'])
  link.open()
  await queue.flush(2_000)
  await queue.append(said('later'))
  await queue.finish('left')
  expect(spaces.at(-1)).toBe('ample')
  expect(log.payloads.slice(9)).toEqual([
    said('10'),
    { kind: 'evidence.gap_noted', lost: 3, reason: 'no_space' },
    said('later'),
    { kind: 'evidence.stream_closed', reason: 'left' },
  ])
})

test('what was lost is known to the next page load', async () => {
  const capacity = { entries: 2, bytes: 1_000_000 }
  const first = await openPage({ capacity })
  for (const reason of ['a', 'b', 'c', 'd']) await first.queue.append(said(reason))
  await first.queue.stop()
  const second = await openPage({ capacity })
  expect(second.queue.space).toBe('low')
  second.link.open()
  await second.queue.flush(2_000)
  expect(log.payloads).toEqual([
    said('a'),
    said('b'),
    { kind: 'evidence.gap_noted', lost: 2, reason: 'no_space' },
  ])
})

test('two people on one computer write side by side', async () => {
  await openPage({ participant: 'cai' })
  await expect(openPage({ participant: 'ines' })).resolves.toBeDefined()
})

test('finishing closes the stream; a later visit begins a new one; the receipts of both stay', async () => {
  const { link, queue } = await openPage()
  link.open()
  await queue.append(said('a'))
  await queue.finish('left')
  expect(log.payloads.at(-1)).toEqual({ kind: 'evidence.stream_closed', reason: 'left' })
  await expect(queue.append(said('b'))).rejects.toThrow(QueueEnded)
  const again = await openPage()
  again.link.open()
  await again.queue.append(said('c'))
  await again.queue.flush(2_000)
  expect(numbers()).toEqual([[1, 2], [1]])
  const receipts = await again.queue.receipts()
  expect(receipts.map(({ through }) => through).sort()).toEqual([1, 2])
})

test('finishing without a network gives up waiting, not trying', async () => {
  const { link, queue } = await openPage()
  await expect(queue.finish('left', 50)).rejects.toThrow(NotAcknowledged)
  expect(queue.pending).toBe(1)
  link.open()
  await vi.waitFor(() => expect(queue.pending).toBe(0))
  expect(log.payloads.at(-1)).toEqual({ kind: 'evidence.stream_closed', reason: 'left' })
})

test('a browser that keeps nothing still sends, and says that it is not durable', async () => {
  vi.stubGlobal('indexedDB', undefined)
  const { link, queue } = await openPage()
  expect(queue.durable).toBe(false)
  link.open()
  await queue.append(said('from memory'))
  await queue.flush(2_000)
  expect(reasons()).toEqual(['from memory'])
})

test('where storage is cleared meanwhile, the page goes on from memory, and the next begins another stream', async () => {
  const first = await openPage()
  first.link.open()
  await first.queue.append(said('before'))
  await first.queue.flush(2_000)
  await deleteDB('fairview-stream-room-cai')
  await first.queue.append(said('from memory'))
  await first.queue.flush(2_000)
  expect(first.queue.durable).toBe(false)
  await first.queue.stop()
  const second = await openPage()
  second.link.open()
  await second.queue.append(said('anew'))
  await second.queue.flush(2_000)
  expect(reasons()).toEqual(['before', 'from memory', 'anew'])
  expect(numbers()).toEqual([[1, 2], [1]])
})

test('a stream that went on elsewhere costs none of the entries that stand under the same numbers here', async () => {
  const first = await openPage()
  first.link.open()
  await first.queue.append(said('before'))
  await first.queue.flush(2_000)
  const [stream = ''] = log.streams.keys()
  log.append({
    type: 'evidence.append',
    stream,
    epoch: 'e',
    entries: [{ number: 2, at_us: 1, payload: said('elsewhere') }],
  })
  await first.queue.append(said('here'))
  await first.queue.flush(4_000)
  expect(reasons()).toEqual(['before', 'elsewhere', 'stream_conflict', 'here'])
})

test('what a closing page could not write keeps its number for the next page load', async () => {
  const first = await openPage()
  first.link.open()
  await first.queue.append(said('written'))
  await first.queue.flush(2_000)
  window.dispatchEvent(new Event('pagehide'))
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('the page is gone', 'InvalidStateError')
  })
  void first.queue.append(said('last'))
  await first.queue.stop()
  vi.restoreAllMocks()
  const second = await openPage()
  second.link.open()
  await second.queue.append(said('again'))
  await second.queue.flush(2_000)
  expect(reasons()).toEqual(['written', 'last', 'again'])
  expect(numbers()).toEqual([[1, 2, 3]])
})

test('a page that is closed sends its last words by HTTP', async () => {
  const posts: { address: string; init: RequestInit }[] = []
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
    posts.push({ address, init })
    return Promise.resolve(new Response())
  })
  const { link, queue } = await openPage()
  link.open()
  await queue.append(said('heard'))
  await queue.flush(2_000)
  server.socket.silent = true
  window.dispatchEvent(new Event('pagehide'))
  expect(posts).toEqual([])
  void queue.append(said('last'))
  const [post] = posts
  const stream = [...log.streams.keys()][0]
  expect(post?.address).toBe('http://localhost:3000/live/room/entries')
  expect(post?.init.headers).toMatchObject({ Authorization: `Stream token of ${stream}` })
  expect(JSON.parse(new TextDecoder().decode(post?.init.body as Uint8Array))).toMatchObject({
    type: 'evidence.append',
    stream,
    entries: [{ number: 2, payload: said('last') }],
  })
})
