import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Dialog } from 'radix-ui'
import { beforeEach, expect, test, vi } from 'vitest'

import { Cell } from '@/lib/cell'
import type { LocalMediaState } from '@/media/contracts'
import { show } from '@/testing/page'
import type { Part, Still, WatchStatus } from '@/vision/contracts'

import type { Said } from '../said'
import type { Optional, Seen, Watching } from '../watching'

import { ObservedPanel } from './ObservedPanel'

const OWN = { stream: null, cameraOn: true } as unknown as LocalMediaState
const WATCHES: WatchStatus = { state: 'watching', rate: 15 }

beforeEach(() => {
  HTMLMediaElement.prototype.play = () => Promise.resolve()
})

const device = (part: Part, status: WatchStatus) => ({ part, status, onStatus: () => () => undefined })

function watching(optional: readonly Optional[], said: Said, eye = WATCHES) {
  const off = new Cell<ReadonlySet<Optional>>(new Set())
  return {
    allowed: { optional, maxGazeRadiusDeg: 6 },
    observer: device('faces', eye),
    objects: device('objects', { state: 'watching', rate: 2 }),
    sound: device('sound', { state: 'watching', rate: 31 }),
    offers: (item: Optional) => optional.includes(item),
    off,
    seen: new Cell<Seen | undefined>(undefined),
    calibration: new Cell(undefined),
    still: new Cell<Still | undefined>(undefined),
    words: { at: () => said },
    switchTo: vi.fn((item: Optional) => off.set(new Set([item]))),
  }
}

function panel(device: ReturnType<typeof watching>) {
  return show(
    <Dialog.Root open modal={false}>
      <ObservedPanel watching={device as unknown as Watching} own={OWN} live />
    </Dialog.Root>,
  )
}

const row = (name: string) => screen.getByText(name, { selector: 'dt' }).nextElementSibling?.textContent

test('each thing is told in plain words, and is not read out as it changes', async () => {
  await panel(
    watching(['objects', 'sound', 'gaze_point'], {
      presence: 'present',
      faces: '1',
      gaze: 'centre',
      objects: 'phone',
      voice: 'own',
    }),
  )
  expect(row('Face')).toBe('in the picture')
  expect(row('People')).toBe('only you')
  expect(row('On the screen')).toBe('not told: you did not follow the dot')
  expect(row('In sight')).toBe('a phone')
  expect(row('Voice')).toBe('yours')
  expect(screen.getByRole('region', { name: 'Now' }).getAttribute('aria-live')).toBe('off')
  expect(screen.getByRole('status').textContent).toBe('Your device can see your picture.')
})

test('the picture in which a thing was seen is shown to whoever sits there', async () => {
  vi.stubGlobal('URL', { ...URL, createObjectURL: () => 'blob:still', revokeObjectURL: vi.fn() })
  const one = watching(['objects'], { objects: 'phone' })
  one.still.set({ picture: new Blob(), atMs: 0, shows: ['phone'] })
  await panel(one)
  expect(screen.getByRole('img', { name: /with a phone/ }).getAttribute('src')).toBe('blob:still')
  expect(screen.getByText(/You alone see this picture/)).toBeTruthy()
})

test('what the policy does not watch is not listed', async () => {
  await panel(watching(['sound'], {}))
  expect(screen.queryByText('In sight')).toBeNull()
  expect(screen.getAllByRole('switch')).toHaveLength(1)
})

test('a device that cannot see says why, and shows no stale words', async () => {
  await panel(watching([], { presence: 'present' }, { state: 'paused', reason: 'camera_off' }))
  expect(screen.getByRole('status').textContent).toBe(
    'Your device cannot see your picture now: your camera is off.',
  )
  expect(screen.queryByText('in the picture')).toBeNull()
})

test('a switch says what follows, and switches', async () => {
  const one = watching(['objects'], {})
  await panel(one)
  const objects = screen.getByRole('switch', { name: 'Things in sight' })
  const means = document.getElementById(objects.getAttribute('aria-describedby') ?? '')
  expect(means?.textContent).toContain('Off: the report says that things in sight were not looked for')
  await userEvent.setup().click(objects)
  expect(one.switchTo).toHaveBeenCalledWith('objects', false)
  expect(objects.getAttribute('aria-checked')).toBe('false')
})
