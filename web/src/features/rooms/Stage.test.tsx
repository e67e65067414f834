import { screen } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'

import { Cell } from '@/lib/cell'
import type { LocalMediaState, RemotePeer } from '@/media/contracts'
import { show } from '@/testing/page'

import type { RoomState } from './client'
import { Stage } from './Stage'

type Person = RoomState['participants'][number]

const CAI: Person = {
  id: 'cai',
  role: 'candidate',
  name: 'Cai',
  admission: 'admitted',
  is_connected: true,
  microphone: true,
  camera: true,
}
const OWN = { stream: null, cameraOn: true } as unknown as LocalMediaState

beforeEach(() => {
  HTMLMediaElement.prototype.play = () => Promise.resolve()
})

async function stage(cai: Partial<Person>, state?: RemotePeer['state']) {
  const stream = null as unknown as MediaStream
  const client = {
    peers: new Cell<RemotePeer[]>(state ? [{ participant: 'cai', stream, state }] : []),
    entry: { participant_id: 'ada' },
  }
  const room = { participants: [{ ...CAI, ...cai }] } as RoomState
  await show(<Stage client={client} room={room} own={OWN} />)
}

const caption = () => screen.getByText('Cai').textContent

test('who has the camera and the microphone off is said to have', async () => {
  await stage({ camera: false, microphone: false }, 'connected')
  expect(screen.getByText('Cai has the camera off')).toBeDefined()
  expect(caption()).toBe('Cai · muted')
})

test('whose page the server has lost is still seen, and nothing is said of their devices', async () => {
  await stage({ is_connected: false, camera: false, microphone: false }, 'connected')
  expect(screen.queryByText(/camera off/)).toBeNull()
  expect(caption()).toBe('Cai')
})

test.each([
  ['connecting', 'The picture of Cai is coming…'],
  ['restarting', 'The picture of Cai is lost for a moment; it is being found again'],
] as const)('a picture that is %s is said to be', async (state, words) => {
  await stage({}, state)
  expect(screen.getByText(words)).toBeDefined()
})

test('who is neither here nor in the call is said to be away', async () => {
  await stage({ is_connected: false, camera: false, microphone: false })
  expect(screen.getByText('Cai is not here')).toBeDefined()
})
