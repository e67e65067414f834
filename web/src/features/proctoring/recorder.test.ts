import { expect, test } from 'vitest'

import { recordAttention } from './recorder'
import type { Payload } from '@/api/messages'
import type { EvidenceQueue } from '@/live/contracts'
import type { CameraInUse, Neutral, Observer, Statement, WatchStatus } from '@/vision/contracts'

const NEUTRAL: Neutral = { yaw: -1.25, pitch: 8, irisX: 0.486, irisY: 0.02, spread: 0.0035, readings: 30 }
const LEFT: Statement = { observed: 'gaze', value: 'left', confidence: 0.9, atMs: 2500, durationMs: 500 }

const CAMERA: CameraInUse = { width: 640, height: 480, rate: 30, isVirtual: false, label: '' }

function device() {
  const seen = new Set<(camera: CameraInUse) => void>()
  const said = new Set<(statement: Statement) => void>()
  const changed = new Set<(status: WatchStatus) => void>()
  const status: WatchStatus = { state: 'watching', rate: 10 }
  const observer = {
    part: 'faces',
    detector: 'fairview-face',
    modelVersion: 'ab4aee9013cb',
    status,
    camera: CAMERA,
    onCamera: (listener: (camera: CameraInUse) => void) => (seen.add(listener), () => seen.delete(listener)),
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
    use: (camera: CameraInUse) => seen.forEach((listener) => listener(camera)),
    change: (next: WatchStatus) => changed.forEach((listener) => listener(next)),
  }
}

test('nothing is written before the interview runs but the neutral pose, in whole numbers', () => {
  const { observer, queue, log, say } = device()
  recordAttention({ observer, watchers: [observer], neutral: NEUTRAL }, queue)
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

test('what was asked at the camera is written at once, in whole numbers', () => {
  const { observer, queue, log } = device()
  const answers = [{ asked: 'follow_dot', answered: false, tookMs: 6000.4, measured: 2 / 3 }] as const
  const liveness = { outcome: 'not_answered', answers } as const
  recordAttention({ observer, watchers: [observer], liveness }, queue)
  expect(log.map(({ payload }) => payload)).toEqual([
    {
      kind: 'proctoring.liveness_checked',
      outcome: 'not_answered',
      answers: [{ asked: 'follow_dot', answered: false, took_ms: 6000, measured: 667 }],
      detector: 'fairview-face',
      model_version: 'ab4aee9013cb',
    },
  ])
})

test('while it runs, statements are written with the time that they were true', () => {
  const { observer, queue, log, say } = device()
  const recorder = recordAttention({ observer, watchers: [observer] }, queue)
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
  const recorder = recordAttention({ observer, watchers: [observer] }, queue)
  change({ state: 'paused', reason: 'camera_off' })
  expect(log).toEqual([])
  recorder.setLive(true)
  change({ state: 'paused', reason: 'camera_lost' })
  expect(log.map(({ payload }) => payload)).toMatchObject([
    { kind: 'proctoring.camera_used' },
    { kind: 'proctoring.watch_changed', state: 'watching', rate_mhz: 10_000 },
    { kind: 'proctoring.watch_changed', state: 'paused', reason: 'camera_lost' },
  ])
})

test('each camera is noted once, with its name where that is a program', () => {
  const { observer, queue, log, use } = device()
  const recorder = recordAttention({ observer, watchers: [observer] }, queue)
  recorder.setLive(true)
  recorder.setLive(false)
  recorder.setLive(true)
  use({ width: 1280, height: 720, rate: 29.97, isVirtual: true, label: 'OBS Virtual Camera' })
  const cameras = log.map(({ payload }) => payload).filter(({ kind }) => kind === 'proctoring.camera_used')
  expect(cameras).toMatchObject([
    { width: 640, height: 480, rate_mhz: 30_000, is_virtual: false, label: '' },
    { width: 1280, height: 720, rate_mhz: 29_970, is_virtual: true, label: 'OBS Virtual Camera' },
  ])
})

test('models that load again are said to', () => {
  const { observer, queue, log, change } = device()
  recordAttention({ observer, watchers: [observer] }, queue).setLive(true)
  change({ state: 'loading' })
  expect(log.at(-1)?.payload).toMatchObject({ state: 'paused', reason: 'started' })
})

test('with the end of the interview it stops', () => {
  const { observer, queue, log, say } = device()
  const recorder = recordAttention({ observer, watchers: [observer] }, queue)
  recorder.setLive(true)
  recorder.setLive(false)
  say(LEFT)
  recorder.stop()
  expect(log.map(({ payload }) => payload.kind)).toEqual([
    'proctoring.camera_used',
    'proctoring.watch_changed',
  ])
})
