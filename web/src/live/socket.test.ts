import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { LinkStatus, LiveLink } from './contracts'
import { createLink } from './socket'
import { FairviewProblem } from '@/api/problem'
import { LiveServer } from '@/testing/live-server'

let server: LiveServer
let tickets: number
let link: LiveLink | undefined

beforeEach(() => {
  vi.useFakeTimers()
  server = new LiveServer()
  tickets = 0
})

afterEach(() => {
  link?.close()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

function open(getTicket = () => Promise.resolve(`ticket ${++tickets}`)): {
  link: LiveLink
  statuses: string[]
} {
  link = createLink({ roomSession: 'room', getTicket })
  const statuses: string[] = []
  link.onStatus((status: LinkStatus) => statuses.push(status.state))
  link.open()
  return { link, statuses }
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

test('greets with a ticket and never puts it in the address', async () => {
  const { link } = open()
  await pass(0)
  expect(link.status).toEqual({ state: 'open' })
  expect(server.socket.address).toBe('ws://localhost:3000/live/room')
  expect(server.heard[0]).toEqual({ type: 'live.hello', ticket: 'ticket 1' })
})

test('tells the server at once what the first exchange measured', async () => {
  open()
  await pass(0)
  expect(server.heardOf('clock.ping').map(({ previous }) => previous !== null)).toEqual([false, true])
})

test('comes back with a fresh ticket when the socket drops', async () => {
  const { link, statuses } = open()
  await pass(0)
  server.socket.drop()
  expect(link.send({ type: 'rooms.set_media', microphone: true, camera: true })).toBe(false)
  await pass(300)
  expect(statuses).toEqual(['connecting', 'open', 'reconnecting', 'open'])
  expect(server.heardOf('live.hello').map(({ ticket }) => ticket)).toEqual(['ticket 1', 'ticket 2'])
})

test('notices within six seconds that the other side has gone silent', async () => {
  const { link } = open()
  await pass(60_000)
  server.socket.silent = true
  await pass(6_500)
  expect(link.status.state === 'open' && server.sockets.length === 1).toBe(false)
  expect(server.sockets.length).toBeGreaterThan(1)
})

test('does not wait out the pause when the network returns', async () => {
  const { link } = open()
  await pass(0)
  server.reachable = false
  server.socket.drop()
  await pass(20_000)
  expect(link.status.state).toBe('reconnecting')
  server.reachable = true
  window.dispatchEvent(new Event('online'))
  await pass(0)
  expect(link.status).toEqual({ state: 'open' })
})

test('a refusal is final, unless the server says to try again', async () => {
  const { link } = open()
  await pass(0)
  server.say({ type: 'live.refusal_state', code: 'restarting', params: {}, retry: true })
  await pass(300)
  expect(link.status).toEqual({ state: 'open' })
  server.say({ type: 'live.refusal_state', code: 'opened_elsewhere', params: {}, retry: false })
  await pass(60_000)
  expect(link.status).toEqual({ state: 'refused', code: 'opened_elsewhere' })
  expect(server.sockets).toHaveLength(2)
})

test('a problem on asking for a ticket refuses; a missing network or a struggling server does not', async () => {
  const answers = [
    new FairviewProblem({ code: 'offline' }),
    new TypeError('Failed to fetch'),
    new FairviewProblem({ code: 'server_failed', status: 503 }),
    new FairviewProblem({ code: 'interview_over', status: 410 }),
  ]
  const { link } = open(() => Promise.reject(answers.shift() ?? new Error('asked too often')))
  await pass(60_000)
  expect(link.status).toEqual({ state: 'refused', code: 'interview_over' })
  expect(answers).toEqual([])
})

test('a person may open a refused link again', async () => {
  const { link } = open()
  await pass(0)
  server.say({ type: 'live.refusal_state', code: 'opened_elsewhere', params: {}, retry: false })
  link.open()
  await pass(0)
  expect(link.status).toEqual({ state: 'open' })
})

test('a late listener hears the newest snapshot, but no passing news', async () => {
  const { link } = open()
  await pass(0)
  const room = { type: 'rooms.room_state', state: 'open', started_us: null, ended_us: null } as const
  server.say({ ...room, title: 'old', server_us: 1, participants: [] })
  server.say({ ...room, title: 'new', server_us: 2, participants: [] })
  server.say({ type: 'rooms.signal_state', sender: 'ines', description: null, candidate: null })
  const titles: string[] = []
  const signals: string[] = []
  const forget = link.on('rooms.room_state', ({ title }) => titles.push(title))
  link.on('rooms.signal_state', ({ sender }) => signals.push(sender))
  forget()
  server.say({ ...room, title: 'unheard', server_us: 3, participants: [] })
  expect(titles).toEqual(['new'])
  expect(signals).toEqual([])
})

test('nothing happens after closing, not even with a ticket that comes late', async () => {
  let give: (ticket: string) => void = () => undefined
  const { link } = open(() => new Promise((resolve) => (give = resolve)))
  link.close()
  give('late')
  await pass(60_000)
  expect(server.sockets).toEqual([])
  expect(link.status).toEqual({ state: 'closed' })
})
