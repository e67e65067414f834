import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import type { Statement, WatchStatus } from './contracts'
import type { FromWorker, ToWorker } from './messages'
import { createObserver } from './observer'
import { makeReading, NEUTRAL } from './testing'

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

  load(): void {
    this.say({ type: 'loaded', version: 'abcdef012345', rate: 10 })
  }

  read(atMs = performance.now(), signature = atMs): void {
    this.say({ type: 'reading', reading: makeReading(atMs), signature })
  }
}

class TrackDouble extends EventTarget {
  enabled = true
  muted = false
  readyState = 'live'
}

const workers: WorkerDouble[] = []

function setUp() {
  const track = new TrackDouble()
  const observer = createObserver({
    modelsUrl: '/models/',
    createWorker: () => {
      const worker = new WorkerDouble()
      workers.push(worker)
      return worker as unknown as Worker
    },
  })
  const beforehand = observer.status
  const watching = observer.watch(track as unknown as MediaStreamTrack)
  const statuses: WatchStatus[] = []
  const statements: Statement[] = []
  observer.onStatus((status) => statuses.push(status))
  observer.onStatement((statement) => statements.push(statement))
  const [worker] = workers.slice(-1)
  if (!worker) throw new Error('no worker was made')
  return { observer, worker, track, beforehand, statuses, statements, watching }
}

/** Readings ten times a second, each of a new picture unless a signature is given. */
function readFor(worker: WorkerDouble, ms: number, signature?: number): void {
  for (let passed = 0; passed < ms; passed += 100) {
    vi.advanceTimersByTime(100)
    worker.read(performance.now(), signature)
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal(
    'MediaStreamTrackProcessor',
    class {
      readable = new ReadableStream()
    },
  )
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('the observer', () => {
  test('loads, then watches, and says which model it uses', async () => {
    const { observer, worker, statuses, watching } = setUp()
    expect(observer.status).toEqual({ state: 'loading' })
    expect(worker.heard[0]).toMatchObject({ type: 'load', modelsUrl: 'http://localhost:3000/models/' })
    worker.load()
    worker.read()
    await watching
    expect(statuses).toEqual([{ state: 'watching', rate: 10 }])
    expect([observer.detector, observer.modelVersion]).toEqual(['fairview-face', 'abcdef012345'])
  })

  test('says that nothing is seen until there is a camera', () => {
    expect(setUp().beforehand).toEqual({ state: 'paused', reason: 'camera_off' })
  })

  test('turns readings into statements against the neutral', () => {
    const { observer, worker, statements } = setUp()
    worker.load()
    observer.setNeutral(NEUTRAL)
    readFor(worker, 1000)
    expect(new Set(statements.map(({ observed, value }) => `${observed} ${value}`))).toEqual(
      new Set(['presence present', 'faces 1', 'gaze centre', 'head 0,0']),
    )
  })

  test('reports a change of rate', () => {
    const { worker, statuses } = setUp()
    worker.load()
    worker.read()
    worker.say({ type: 'rate', rate: 5 })
    expect(statuses.at(-1)).toEqual({ state: 'watching', rate: 5 })
  })

  test.each<[string, (track: TrackDouble) => void]>([
    ['camera_off', (track) => (track.enabled = false)],
    ['camera_lost', (track) => (track.muted = true)],
    [
      'camera_lost',
      (track) => {
        track.readyState = 'ended'
        track.dispatchEvent(new Event('ended'))
      },
    ],
    ['camera_off', (track) => (track.readyState = 'ended')],
  ])('pauses as %s and says nothing meanwhile', (reason, happen) => {
    const { worker, track, statuses, statements } = setUp()
    worker.load()
    readFor(worker, 1000)
    happen(track)
    readFor(worker, 300)
    expect(statuses.at(-1)).toEqual({ state: 'paused', reason })
    const said = statements.length
    readFor(worker, 2000)
    expect(statements).toHaveLength(said)
  })

  test('goes on when the camera is back', () => {
    const { worker, track, statuses } = setUp()
    worker.load()
    readFor(worker, 500)
    track.enabled = false
    readFor(worker, 5000)
    track.enabled = true
    readFor(worker, 200)
    expect(statuses.map(({ state }) => state)).toEqual(['watching', 'paused', 'watching'])
  })

  test('a picture that repeats for three seconds is frozen', () => {
    const { worker, statuses } = setUp()
    worker.load()
    readFor(worker, 1000)
    readFor(worker, 2800, 7)
    expect(statuses.at(-1)).toMatchObject({ state: 'watching' })
    readFor(worker, 500, 7)
    expect(statuses.at(-1)).toEqual({ state: 'paused', reason: 'camera_frozen' })
    readFor(worker, 100)
    expect(statuses.at(-1)).toMatchObject({ state: 'watching' })
  })

  test('a hidden tab pauses only when its frames stop', () => {
    const { worker, statuses } = setUp()
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    worker.load()
    readFor(worker, 5000)
    expect(statuses.at(-1)).toMatchObject({ state: 'watching' })
    vi.advanceTimersByTime(4000)
    expect(statuses.at(-1)).toEqual({ state: 'paused', reason: 'tab_hidden' })
  })

  test('a model that cannot be had makes it unavailable, and a later call tries again', async () => {
    const { observer, worker, track, watching } = setUp()
    worker.say({ type: 'failed', reason: 'model_missing' })
    await watching
    expect(observer.status).toEqual({ state: 'unavailable', reason: 'model_missing' })
    expect(worker.terminated).toBe(true)
    const again = observer.watch(track as unknown as MediaStreamTrack)
    const [next] = workers.slice(-1)
    next?.load()
    next?.read()
    await again
    expect(observer.status).toMatchObject({ state: 'watching' })
  })

  test('a worker that dies makes it unavailable', async () => {
    const { observer, worker, watching } = setUp()
    worker.dispatchEvent(new Event('error'))
    await watching
    expect(observer.status).toEqual({ state: 'unavailable', reason: 'model_failed' })
  })

  test('a new track replaces the old one without loading again', async () => {
    const { observer, worker } = setUp()
    worker.load()
    worker.read()
    await observer.watch(new TrackDouble() as unknown as MediaStreamTrack)
    expect(worker.heard.map(({ type }) => type)).toEqual(['load', 'frames', 'rest', 'frames'])
  })

  test('ends with what was unsaid, and nothing follows', async () => {
    const { observer, worker, statements, watching } = setUp()
    worker.load()
    readFor(worker, 300)
    observer.stop()
    await watching
    expect(statements.at(-1)).toMatchObject({ observed: 'gaze', value: 'unknown' })
    expect(worker.terminated).toBe(true)
    const said = statements.length
    worker.read()
    expect(statements).toHaveLength(said)
  })
})
