import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'

import { AttentionLine } from './AttentionLine'
import { show } from '@/testing/page'

const WATCHING = {
  type: 'proctoring.attention_state',
  at_us: 1,
  presence: 'present',
  faces: '1',
  gaze: 'left',
  head: '12400,-3600',
  eyes: '',
  objects: '',
  voice: '',
  gaze_point: '',
  watch: 'watching',
  watch_reason: 'rate_changed',
} as const

test('what the device states, in words', async () => {
  await show(<AttentionLine attention={WATCHING} live present />)
  expect(screen.getByText('to their left')).toBeDefined()
  expect(screen.getByText('12° aside, -4° up from their centre')).toBeDefined()
})

test('a device that cannot see says so beside its last statements', async () => {
  const paused = { ...WATCHING, watch: 'paused', watch_reason: 'camera_off' } as const
  await show(<AttentionLine attention={paused} live present />)
  expect(screen.getByText('the camera is off')).toBeDefined()
})

test('a candidate who chose no notes is not shown as a device that fails', async () => {
  const unasked = { ...WATCHING, presence: '', faces: '', gaze: '', head: '', watch: 'unavailable' } as const
  await show(<AttentionLine attention={{ ...unasked, watch_reason: 'no_consent' }} live present />)
  expect(screen.getByText(/chose to talk without notes/)).toBeDefined()
})

test('what is not observed is not named', async () => {
  await show(<AttentionLine attention={WATCHING} live present />)
  for (const name of ['Eyes', 'In sight', 'Voice', 'Point they look at']) {
    expect(screen.queryByText(name)).toBeNull()
  }
})

test('eyes, things, voices and the point on the screen, in quiet words', async () => {
  const more = { ...WATCHING, eyes: 'open', objects: 'hand_or_phone', voice: 'other' }
  await show(<AttentionLine attention={{ ...more, gaze_point: '-120,40,90,2400,100' }} live present />)
  expect(screen.getByText('a phone, or a hand')).toBeDefined()
  expect(screen.getByText('another voice')).toBeDefined()
  expect(screen.getByText('-120, 40 px from the middle of the screen, give or take 90 px')).toBeDefined()
})

test('a point that is likely beside the screen is said to be there', async () => {
  await show(<AttentionLine attention={{ ...WATCHING, gaze_point: '900,40,90,2400,800' }} live present />)
  expect(screen.getByText('probably off the screen')).toBeDefined()
})
