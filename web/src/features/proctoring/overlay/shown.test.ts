import { expect, test } from 'vitest'

import type { Reading, Sighting } from '@/vision/contracts'

import { shownOf } from './shown'

const FACE = { box: { x: 160, y: 48, width: 160, height: 240 }, at: { x: 240, y: 144 } }
const reading = (face?: typeof FACE) => ({ width: 640, height: 480, face }) as Reading
const phone = (x: number): Sighting => ({
  label: 'cell phone',
  countsAs: 'phone',
  score: 0.8,
  box: { x, y: 360, width: 64, height: 96 },
})

test('what is seen is told in thousandths of the picture', () => {
  const { boxes } = shownOf({ reading: reading(FACE), things: [phone(560)], gaze: undefined })
  expect(boxes).toEqual([
    { what: 'face', left_pm: 250, top_pm: 100, width_pm: 250, height_pm: 500 },
    { what: 'phone', left_pm: 875, top_pm: 750, width_pm: 100, height_pm: 200 },
  ])
})

test('a phone at the face may be a hand, as the log says', () => {
  const near = { ...phone(300), box: { x: 300, y: 200, width: 64, height: 96 } }
  const { boxes } = shownOf({ reading: reading(FACE), things: [near], gaze: undefined })
  expect(boxes.map(({ what }) => what)).toEqual(['face', 'hand_or_phone'])
})

test('who looks to their left looks to the right of the picture, and up is up', () => {
  const { gaze } = shownOf({ reading: reading(FACE), things: [], gaze: { left: 30, up: 90 } })
  expect(gaze).toEqual({ from_left_pm: 375, from_top_pm: 300, right_pm: 500, down_pm: -1000 })
})

test('without a face there is no look, and what lies far out stays within what a message may hold', () => {
  const far = { ...phone(0), box: { x: -9000, y: 0, width: 64, height: 96 } }
  const shown = shownOf({ reading: reading(), things: [far], gaze: { left: 5, up: 0 } })
  expect(shown.gaze).toBeNull()
  expect(shown.boxes[0]?.left_pm).toBe(-2000)
})
