import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import type { Statement, WatchStatus } from '@/vision/contracts'

import type { FromWorker, ToWorker } from './messages'
import { createSoundWatcher } from './watcher'

class WorkerDouble extends EventTarget {
  readonly heard: ToWorker[] = []
  terminated = false

  postMessage(message: ToWorker): void {
    this.heard.push(message)
  }

  terminate(): void {
    this.terminated = true
  }

  say(message: FromWorker): void {
    this.dispatchEvent(new MessageEvent('message', { data: message }))
  }

  hear(voice = 0): void {
    this.say({ type: 'heard', heard: { atMs: performance.now(), voice, decibels: -50 }, costMs: 1 })
  }
}

class TrackDouble extends EventTarget {
  enabled = true
  muted = false
  readyState = 'live'
}

const workers: WorkerDouble[] = []
const newest = () => workers.at(-1) ?? expect.fail('no worker was made')

function setUp() {
  const track = new TrackDouble()
  const feed = { running: true, closed: 0 }
  const ear = createSoundWatcher({
    modelsUrl: '/models/',
    createWorker: () => {
      workers.push(new WorkerDouble())
      return newest() as unknown as Worker
    },
    openFeed: () =>
      Promise.resolve({
        samples: new MessageChannel().port2,
        rate: 16_000,
        isRunning: () => feed.running,
        close: () => {
          feed.closed++
        },
      }),
  })
  const beforehand = ear.status
  const statuses: WatchStatus[] = []
  const statements: Statement[] = []
  ear.onStatus((status) => statuses.push(status))
  ear.onStatement((statement) => statements.push(statement))
  const listening = ear.listen(track as unknown as MediaStreamTrack)
  return { ear, track, feed, beforehand, statuses, statements, listening }
}

async function load(): Promise<void> {
  newest().say({ type: 'loaded', version: 'abcdef012345' })
  await vi.advanceTimersByTimeAsync(0)
}

async function hearFor(ms: number, voice = 0): Promise<void> {
  for (let passed = 0; passed < ms; passed += 32) {
    await vi.advanceTimersByTimeAsync(32)
    newest().hear(voice)
  }
}

beforeEach(() => {
  workers.length = 0
  vi.useFakeTimers()
  vi.stubGlobal('AudioContext', vi.fn())
  vi.stubGlobal('AudioWorkletNode', vi.fn())
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('the ear', () => {
  test('loads when it is to listen and not before, then says what it hears', async () => {
    const { ear, beforehand, statuses, statements, listening } = setUp()
    expect(beforehand).toEqual({ state: 'paused', reason: 'microphone_off' })
    expect(newest().heard[0]).toMatchObject({ type: 'load', modelsUrl: 'http://localhost:3000/models/' })
    await load()
    await hearFor(2000)
    await listening
    expect(statuses).toEqual([{ state: 'loading' }, { state: 'watching', rate: 31.25 }])
    expect([ear.part, ear.detector, ear.modelVersion]).toEqual(['sound', 'fairview-voice', 'abcdef012345'])
    expect(new Set(statements.map(({ observed, value }) => `${observed} ${value}`))).toEqual(
      new Set(['voice none']),
    )
  })

  test.each<[string, (track: TrackDouble) => void]>([
    ['microphone_off', (track) => (track.enabled = false)],
    ['microphone_off', (track) => (track.muted = true)],
    ['microphone_off', (track) => (track.readyState = 'ended')],
    ['microphone_lost', (track) => track.dispatchEvent(new Event('ended'))],
  ])('pauses as %s and says nothing meanwhile', async (reason, happen) => {
    const { track, statuses, statements } = setUp()
    await load()
    await hearFor(1000)
    happen(track)
    await hearFor(320)
    expect(statuses.at(-1)).toEqual({ state: 'paused', reason })
    const said = statements.length
    await hearFor(2000)
    expect(statements).toHaveLength(said)
  })

  test('waits for a gesture where the browser wants one, and goes on after it', async () => {
    const { feed, statuses } = setUp()
    feed.running = false
    await load()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(statuses.at(-1)).toEqual({ state: 'paused', reason: 'microphone_off' })
    feed.running = true
    await hearFor(100)
    expect(statuses.at(-1)).toMatchObject({ state: 'watching' })
  })

  test('samples that stay away are a lost microphone', async () => {
    const { statuses } = setUp()
    await load()
    await hearFor(500)
    await vi.advanceTimersByTimeAsync(3500)
    expect(statuses.at(-1)).toEqual({ state: 'paused', reason: 'microphone_lost' })
  })

  test('a worker that dies is replaced once', async () => {
    const { ear, statuses } = setUp()
    await load()
    await hearFor(500)
    newest().dispatchEvent(new Event('error'))
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false])
    await load()
    await hearFor(500)
    expect(statuses.at(-1)).toMatchObject({ state: 'watching' })
    newest().dispatchEvent(new Event('error'))
    expect(ear.status).toEqual({ state: 'unavailable', reason: 'model_failed' })
    expect(workers).toHaveLength(2)
  })

  test('a model that cannot be had makes it unavailable', async () => {
    const { ear, listening } = setUp()
    newest().say({ type: 'failed', reason: 'model_missing' })
    await listening
    expect(ear.status).toEqual({ state: 'unavailable', reason: 'model_missing' })
  })

  test('a browser without worklets is not supported, and loads nothing', async () => {
    vi.stubGlobal('AudioWorkletNode', undefined)
    Reflect.deleteProperty(globalThis, 'AudioWorkletNode')
    const { ear, listening } = setUp()
    await listening
    expect(ear.status).toEqual({ state: 'unavailable', reason: 'not_supported' })
    expect(workers).toHaveLength(0)
  })

  test('a new track replaces the old one without loading again', async () => {
    const { ear, feed } = setUp()
    await load()
    await hearFor(100)
    await ear.listen(new TrackDouble() as unknown as MediaStreamTrack)
    await hearFor(100)
    expect(newest().heard.map(({ type }) => type)).toEqual(['load', 'hear', 'rest', 'hear'])
    expect(feed.closed).toBe(1)
  })

  test('shows a level some times a second', async () => {
    const { ear } = setUp()
    const levels: number[] = []
    ear.onLevel((voice) => levels.push(voice))
    await load()
    await hearFor(1000, 0.9)
    expect(levels.length).toBeGreaterThanOrEqual(7)
    expect(new Set(levels)).toEqual(new Set([0.9]))
  })

  test('ends with what was unsaid, and nothing follows', async () => {
    const { ear, feed, statements } = setUp()
    await load()
    await hearFor(300)
    ear.stop()
    expect(statements.at(-1)).toMatchObject({ observed: 'voice', value: 'none' })
    expect([newest().terminated, feed.closed]).toEqual([true, 1])
    const said = statements.length
    newest().hear()
    expect(statements).toHaveLength(said)
  })
})
