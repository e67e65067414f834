import { act, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { Cell } from '@/lib/cell'
import type { LinkStatus } from '@/live/contracts'
import { show } from '@/testing/page'

import type { RoomState, Silences } from './client'
import { LastHeard } from './LastHeard'

const HEARD_US = 1_000_000_000_000
const CAI: RoomState['participants'][number] = {
  id: 'cai',
  role: 'candidate',
  name: 'Cai',
  admission: 'admitted',
  is_connected: true,
  microphone: true,
  camera: true,
}

let nowUs = HEARD_US + 12_000_000

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
afterEach(() => void vi.useRealTimers())

async function room() {
  const client = {
    silences: new Cell<Silences | null>(null),
    status: new Cell<LinkStatus>({ state: 'open' }),
    link: { serverNow: () => ({ us: nowUs, uncertaintyUs: 0 }) },
  }
  await show(<LastHeard client={client} room={{ participants: [CAI] }} />)
  return client
}

const silence = (...participants: string[]): Silences => ({
  type: 'rooms.silence_state',
  silent: participants.map((participant) => ({ participant, heard_us: HEARD_US })),
})
const said = () => screen.getByRole('status').textContent

test('who is silent is named, with how long ago they were heard, until they are heard again', async () => {
  const { silences } = await room()
  expect(said()).toBe('')
  act(() => silences.set(silence('cai')))
  expect(said()).toMatch(/^Nothing comes from Cai at the moment.*Last heard 12 sec ago\.$/)
  nowUs += 1_000_000
  act(() => void vi.advanceTimersByTime(1_000))
  expect(said()).toContain('Last heard 13 sec ago.')
  act(() => silences.set(silence()))
  expect(said()).toBe('')
})

test('whose own connection is gone says nothing of others', async () => {
  const { silences, status } = await room()
  act(() => silences.set(silence('cai')))
  act(() => status.set({ state: 'reconnecting', attempt: 1 }))
  expect(said()).toBe('')
})
