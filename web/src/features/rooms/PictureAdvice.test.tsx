import { act, screen } from '@testing-library/react'
import { expect, test } from 'vitest'

import { show } from '@/testing/page'
import type { Observer, Reading, WatchStatus } from '@/vision/contracts'
import { makeEmptyReading, makeReading } from '@/vision/testing'

import { PictureAdvice } from './PictureAdvice'

async function showAdvice(first: WatchStatus) {
  let status = first
  let change: () => void = () => undefined
  let read: (reading: Reading) => void = () => undefined
  const observer = {
    get status() {
      return status
    },
    onStatus: (listener: () => void) => ((change = listener), () => undefined),
    onReading: (listener: typeof read) => ((read = listener), () => undefined),
  } as unknown as Observer
  await show(<PictureAdvice observer={observer} hasPicture />)
  return {
    become: (next: WatchStatus) =>
      act(() => {
        status = next
        change()
      }),
    readFor: (ms: number, make: (atMs: number) => Reading) =>
      act(() => {
        for (let atMs = 0; atMs < ms; atMs += 100) read(make(atMs))
      }),
  }
}

const said = () => screen.getByRole('status').textContent

test('says that it gets ready, looks, and then what would help most', async () => {
  const { become, readFor } = await showAdvice({ state: 'loading' })
  expect(said()).toMatch('gets ready')
  become({ state: 'watching', rate: 15 })
  expect(said()).toBe('Looking at your picture…')
  readFor(1500, (atMs) =>
    makeReading(atMs, {
      light: { mean: 60, contrast: 20, sharpness: 0.1, around: 190, colour: [75, 57, 50] },
    }),
  )
  expect(said()).toBe('The light comes from behind you. Turn to the window, or draw the curtain.')
})

test.each<[string, WatchStatus]>([
  ['This browser lacks', { state: 'unavailable', reason: 'not_supported' }],
  ['cannot take notes on attention', { state: 'unavailable', reason: 'model_missing' }],
  ['Is the lens covered', { state: 'paused', reason: 'camera_black' }],
])('says “%s” when it cannot look', async (words, status) => {
  await showAdvice(status)
  expect(said()).toMatch(words)
})

test('a picture without anybody is told so', async () => {
  const { readFor } = await showAdvice({ state: 'watching', rate: 15 })
  readFor(1500, makeEmptyReading)
  expect(said()).toBe('No face can be seen. Sit in front of the camera.')
})
