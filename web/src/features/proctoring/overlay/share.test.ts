import { expect, test } from 'vitest'

import { Cell } from '@/lib/cell'
import { Listeners } from '@/lib/listeners'
import type { Observer, Reading, WatchStatus } from '@/vision/contracts'

import type { Optional, Seen } from '../watching'

import { shareOverlay } from './share'

const FACE = { box: { x: 160, y: 48, width: 160, height: 240 }, at: { x: 240, y: 144 } }

/** A device whose overlay is shared, and what it shows. */
function device() {
  const seen = new Cell<Seen | undefined>(undefined)
  const off = new Cell<ReadonlySet<Optional>>(new Set())
  const statuses = new Listeners<WatchStatus>()
  const observer = { onStatus: (listener) => statuses.add(listener) } as Observer
  const shown: { boxes: number; is_switched_off?: boolean }[] = []
  const watching = { seen, off, observer, isOn: (item: Optional) => !off.get().has(item) }
  const stop = shareOverlay(watching, ({ boxes, gaze, ...rest }) =>
    shown.push({ boxes: boxes.length + (gaze ? 1 : 0), ...rest }),
  )
  const see = (atMs: number, x: number | undefined) =>
    seen.set({
      reading: {
        atMs,
        width: 640,
        height: 480,
        face: x === undefined ? undefined : { ...FACE, box: { ...FACE.box, x } },
      } as Reading,
      things: [],
      gaze: undefined,
    })
  return { shown, see, off, stop, become: (status: WatchStatus) => statuses.tell(status) }
}

test('fifteen readings a second are shown five times a second', () => {
  const { shown, see } = device()
  for (let reading = 0; reading < 150; reading++) see((reading * 1000) / 15, 100 + 20 * (reading % 9))
  expect(shown.length).toBeGreaterThan(45)
  expect(shown.length).toBeLessThanOrEqual(50)
})

test('of what does not move to the eye it is only said once a second that it is there', () => {
  const { shown, see } = device()
  for (let reading = 0; reading < 150; reading++) see((reading * 1000) / 15, 100 + (reading % 2))
  expect(shown).toHaveLength(10)
})

test('who leaves the picture is shown to be gone once', () => {
  const { shown, see } = device()
  see(0, 100)
  for (let second = 1; second < 10; second++) see(second * 1000, undefined)
  expect(shown).toEqual([{ boxes: 1 }, { boxes: 0 }])
})

test.each<[string, (of: ReturnType<typeof device>) => void]>([
  ['a pause', ({ become }) => become({ state: 'paused', reason: 'tab_hidden' })],
  ['the end', ({ stop }) => stop()],
])('one empty message follows %s', (_, rest) => {
  const shared = device()
  shared.see(0, 100)
  rest(shared)
  rest(shared)
  expect(shared.shown).toEqual([{ boxes: 1 }, { boxes: 0 }])
})

test('switched off is said, nothing follows, and switched on it goes on', () => {
  const { shown, see, off } = device()
  see(0, 100)
  off.set(new Set(['overlay']))
  see(1000, 200)
  expect(shown).toEqual([{ boxes: 1 }, { boxes: 0, is_switched_off: true }])
  off.set(new Set())
  see(2000, 300)
  expect(shown.slice(2)).toEqual([{ boxes: 0, is_switched_off: false }, { boxes: 1 }])
})
