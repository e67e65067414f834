import { expect, test } from 'vitest'

import { recordAttention } from './recorder'
import type { Payload } from '@/api/messages'
import type { EvidenceQueue } from '@/live/contracts'
import type { Neutral, Observer, Statement, WatchStatus } from '@/vision/contracts'

const NEUTRAL: Neutral = { yaw: -1.25, pitch: 8, irisX: 0.486, irisY: 0.02, spread: 0.0035, readings: 30 }
const LEFT: Statement = { observed: 'gaze', value: 'left', confidence: 0.9, atMs: 2500, durationMs: 500 }

function device() {
  const said = new Set<(statement: Statement) => void>()
  const changed = new Set<(status: WatchStatus) => void>()
  const status: WatchStatus = { state: 'watching', rate: 10 }
  const observer = {
    part: 'faces',
    detector: 'fairview-face',
    modelVersion: 'ab4aee9013cb',
    status,
    setNeutral: () => undefined,
    onStatement: (listener: (statement: Statement) => void) => (
      said.add(listener),
      () => said.delete(listener)
    ),
    onStatus: (listener: (status: WatchStatus) => void) => (
      changed.add(listener),
      () => changed.delete(listener)
    ),
  } as unknown as Observer
  const log: { payload: Payload; atUs: number | undefined }[] = []
  const append = (payload: Payload, atUs?: number) => Promise.resolve(void log.push({ payload, atUs }))
  return {
    observer,
    queue: { append } as unknown as EvidenceQueue,
    log,
    say: (statement: Statement) => said.forEach((listener) => listener(statement)),
    change: (next: WatchStatus) => changed.forEach((listener) => listener(next)),
  }
}

test('nothing is written before the interview runs but the neutral pose, in whole numbers', () => {
  const { observer, queue, log, say } = device()
  recordAttention(observer, queue, NEUTRAL)
  say(LEFT)
  expect(log.map(({ payload }) => payload)).toEqual([
    {
      kind: 'proctoring.neutral_set',
      yaw_mdeg: -1250,
      pitch_mdeg: 8000,
      iris_x_pm: 486,
      iris_y_pm: 20,
      spread_pm: 4,
      readings: 30,
      detector: 'fairview-face',
      model_version: 'ab4aee9013cb',
    },
  ])
})

test('while it runs, statements are written with the time that they were true', () => {
  const { observer, queue, log, say } = device()
  const recorder = recordAttention(observer, queue, undefined)
  recorder.setLive(true)
  say(LEFT)
  expect(log.at(-1)).toMatchObject({
    payload: {
      kind: 'proctoring.observation',
      observed: 'gaze',
      value: 'left',
      confidence_pm: 900,
      duration_ms: 500,
    },
    atUs: 2_500_000,
  })
})

test('the device says when it cannot see, and that it has begun', () => {
  const { observer, queue, log, change } = device()
  const recorder = recordAttention(observer, queue, undefined)
  change({ state: 'paused', reason: 'camera_off' })
  expect(log).toEqual([])
  recorder.setLive(true)
  change({ state: 'paused', reason: 'camera_lost' })
  expect(log.map(({ payload }) => payload)).toMatchObject([
    { kind: 'proctoring.watch_changed', state: 'watching', rate_mhz: 10_000 },
    { kind: 'proctoring.watch_changed', state: 'paused', reason: 'camera_lost' },
  ])
})

test('with the end of the interview it stops', () => {
  const { observer, queue, log, say } = device()
  const recorder = recordAttention(observer, queue, undefined)
  recorder.setLive(true)
  recorder.setLive(false)
  say(LEFT)
  recorder.stop()
  expect(log).toHaveLength(1)
})
