import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'

import { Cell } from '@/lib/cell'
import type { LocalMediaState, RemotePeer } from '@/media/contracts'
import { show } from '@/testing/page'

import type { Overlay, RoomState } from './client'
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

async function stage(cai: Partial<Person>, state?: RemotePeer['state'], shown?: Overlay) {
  const stream = null as unknown as MediaStream
  const overlay = new Cell<Overlay | null>(null)
  const client = {
    peers: new Cell<RemotePeer[]>(state ? [{ participant: 'cai', stream, state }] : []),
    overlay,
    entry: { participant_id: 'ada' },
    call: {},
  }
  const room = { participants: [{ ...CAI, ...cai }] } as RoomState
  await show(<Stage client={client} room={room} own={OWN} sharesOverlay={shown !== undefined} />)
  if (shown) act(() => overlay.set(shown))
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

const FACE = { what: 'face', left_pm: 250, top_pm: 100, width_pm: 250, height_pm: 500 } as const
const SHOWN: Overlay = {
  type: 'proctoring.overlay_state',
  participant: 'cai',
  boxes: [FACE],
  gaze: null,
  is_switched_off: false,
}

function giveVideosASize() {
  for (const side of ['videoWidth', 'clientWidth', 'videoHeight', 'clientHeight']) {
    Object.defineProperty(HTMLVideoElement.prototype, side, { configurable: true, value: 400 })
  }
}

test('what the device sees is drawn only once the interviewer wants it, and that is remembered', async () => {
  giveVideosASize()
  localStorage.clear()
  await stage({}, 'connected', SHOWN)
  const face = () => document.querySelector<HTMLElement>('[data-box=face]')
  expect(face()).toBeNull()
  await userEvent.setup().click(screen.getByRole('button', { name: 'Show what the device sees' }))
  screen.getByLabelText('Cai').dispatchEvent(new Event('resize'))
  await waitFor(() => expect(face()?.style.left).toBe('100px'))
  expect(localStorage.getItem('fairview.overlay')).toBe('shown')
})

test('what is no longer told is no longer drawn', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  localStorage.setItem('fairview.overlay', 'shown')
  await stage({}, 'connected', SHOWN)
  expect(screen.queryByText('Nothing comes from the device right now')).toBeNull()
  await act(() => vi.advanceTimersByTimeAsync(2100))
  expect(screen.getByText('Nothing comes from the device right now')).toBeDefined()
  vi.useRealTimers()
})

test('a drawing that the candidate switched off cannot be switched on', async () => {
  await stage({}, 'connected', { ...SHOWN, boxes: [], is_switched_off: true })
  expect(screen.getByText('The candidate switched the drawing off')).toBeDefined()
  expect(screen.queryByRole('button', { name: 'Show what the device sees' })).toBeNull()
})
