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
    this.say({ type: 'loaded', version: 'abcdef012345' })
  }

  read({ signature = performance.now(), isBlack = false } = {}): void {
    const atMs = performance.now()
    this.say({ type: 'reading', reading: makeReading(atMs), signature, isBlack })
  }
}

class TrackDouble extends EventTarget {
  enabled = true
  muted = false
  readyState = 'live'
  label = 'Integrated Camera'

  getSettings() {
    return { width: 640, height: 480, frameRate: 30 }
  }
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
  const worker = newest()
  return { observer, worker, track, beforehand, statuses, statements, watching }
}

/** Readings ten times a second, each of a new picture unless a signature is given. */
function readFor(
  worker: WorkerDouble,
  ms: number,
  picture: { signature?: number; isBlack?: boolean } = {},
): void {
  for (let passed = 0; passed < ms; passed += 100) {
    vi.advanceTimersByTime(100)
    worker.read(picture)
  }
}

/** A worker that lives, and has not seen a frame since. */
function waitFor(worker: WorkerDouble, ms: number): void {
  for (let passed = 1000; passed <= ms; passed += 1000) {
    vi.advanceTimersByTime(1000)
    worker.say({ type: 'waiting', forMs: passed })
  }
}

function newest(): WorkerDouble {
  const [worker] = workers.slice(-1)
  if (!worker) throw new Error('no worker was made')
  return worker
}

beforeEach(() => {
  vi.useFakeTimers()
  for (const name of ['Worker', 'OffscreenCanvas', 'createImageBitmap']) vi.stubGlobal(name, () => undefined)
  vi.stubGlobal(
    'MediaStreamTrackProcessor',
    class {
      readable = new ReadableStream()

      constructor({ track }: { track: TrackDouble }) {
        if (track.readyState === 'ended') throw new TypeError('Input track cannot be ended')
      }
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
    expect(statuses).toEqual([{ state: 'watching', rate: 15 }])
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
      new Set(['presence present', 'faces 1', 'gaze centre', 'head 0,0', 'eyes open']),
    )
  })

  test('reads at the rate that it is told, and reports a change', () => {
    const { observer, worker, statuses } = setUp()
    worker.load()
    worker.read()
    observer.setRate(5)
    expect(worker.heard.at(-1)).toEqual({ type: 'rate', rate: 5 })
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
    readFor(worker, 2800, { signature: 7 })
    expect(statuses.at(-1)).toMatchObject({ state: 'watching' })
    readFor(worker, 500, { signature: 7 })
    expect(statuses.at(-1)).toEqual({ state: 'paused', reason: 'camera_frozen' })
    readFor(worker, 100)
    expect(statuses.at(-1)).toMatchObject({ state: 'watching' })
  })

  test('three seconds of nothing but black is a covered camera', () => {
    const { worker, statuses } = setUp()
    worker.load()
    readFor(worker, 1000)
    readFor(worker, 2800, { isBlack: true })
    expect(statuses.at(-1)).toMatchObject({ state: 'watching' })
    readFor(worker, 500, { isBlack: true })
    expect(statuses.at(-1)).toEqual({ state: 'paused', reason: 'camera_black' })
    readFor(worker, 100)
    expect(statuses.at(-1)).toMatchObject({ state: 'watching' })
  })

  test('a camera whose frames stop is frozen', () => {
    const { worker, statuses } = setUp()
    worker.load()
    readFor(worker, 1000)
    waitFor(worker, 4000)
    expect(statuses.at(-1)).toEqual({ state: 'paused', reason: 'camera_frozen' })
  })

  test('a slow device, four seconds for a reading, has no frozen camera', () => {
    const { worker, statuses } = setUp()
    worker.load()
    for (let reading = 0; reading < 5; reading++) {
      worker.read()
      vi.advanceTimersByTime(4000)
    }
    expect(statuses).toEqual([{ state: 'watching', rate: 15 }])
  })

  test('a device that slept has no dead worker', () => {
    const { worker, statuses } = setUp()
    worker.load()
    readFor(worker, 1000)
    const awake = performance.now.bind(performance)
    vi.spyOn(performance, 'now').mockImplementation(() => awake() + 3_600_000)
    vi.advanceTimersByTime(1000)
    expect(workers.at(-1)).toBe(worker)
    expect(statuses.at(-1)).toMatchObject({ state: 'watching' })
  })

  test('a hidden tab pauses only when its frames stop', () => {
    const { worker, statuses } = setUp()
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    worker.load()
    readFor(worker, 5000)
    expect(statuses.at(-1)).toMatchObject({ state: 'watching' })
    waitFor(worker, 4000)
    expect(statuses.at(-1)).toEqual({ state: 'paused', reason: 'tab_hidden' })
  })

  test('a model that cannot be had makes it unavailable, and a later call tries again', async () => {
    const { observer, worker, track, watching } = setUp()
    worker.say({ type: 'failed', reason: 'model_missing' })
    await watching
    expect(observer.status).toEqual({ state: 'unavailable', reason: 'model_missing' })
    expect(worker.terminated).toBe(true)
    const again = observer.watch(track as unknown as MediaStreamTrack)
    newest().load()
    newest().read()
    await again
    expect(observer.status).toMatchObject({ state: 'watching' })
  })

  test('a worker that cannot begin makes it unavailable', async () => {
    const { observer, worker, watching } = setUp()
    worker.dispatchEvent(new Event('error'))
    await watching
    expect(observer.status).toEqual({ state: 'unavailable', reason: 'model_failed' })
  })

  test.each<[string, (worker: WorkerDouble) => void]>([
    ['breaks', (worker) => worker.dispatchEvent(new Event('error'))],
    ['fails', (worker) => worker.say({ type: 'failed', reason: 'model_failed' })],
    ['says nothing any more', () => vi.advanceTimersByTime(11_000)],
  ])('a worker that %s at work has one successor, on the same track', (_, die) => {
    const { observer, worker, statuses } = setUp()
    worker.load()
    readFor(worker, 500)
    die(worker)
    expect(worker.terminated).toBe(true)
    expect(statuses.at(-1)).toEqual({ state: 'loading' })
    const next = newest()
    expect(next).not.toBe(worker)
    next.load()
    next.read()
    expect(statuses.at(-1)).toMatchObject({ state: 'watching' })
    die(next)
    expect(observer.status).toEqual({ state: 'unavailable', reason: 'model_failed' })
    expect(newest()).toBe(next)
  })

  test('a talk that ends while the models load is a camera that is off', async () => {
    const { observer, worker, track, watching } = setUp()
    track.readyState = 'ended'
    worker.load()
    await watching
    expect(observer.status).toEqual({ state: 'paused', reason: 'camera_off' })
  })

  test.each(['Worker', 'OffscreenCanvas', 'WebAssembly', 'createImageBitmap'])(
    'a browser without %s is not supported',
    async (name) => {
      vi.stubGlobal(name, undefined)
      const observer = createObserver({ modelsUrl: '/models/' })
      await observer.watch(new TrackDouble() as unknown as MediaStreamTrack)
      expect(observer.status).toEqual({ state: 'unavailable', reason: 'not_supported' })
    },
  )

  test('tells of the camera, and its name only where that is a program', () => {
    const { observer } = setUp()
    expect(observer.camera).toEqual({ width: 640, height: 480, rate: 30, isVirtual: false, label: '' })
    const told: unknown[] = []
    observer.onCamera((camera) => told.push(camera))
    const program = Object.assign(new TrackDouble(), { label: 'OBS Virtual Camera' })
    void observer.watch(program as unknown as MediaStreamTrack)
    expect(told).toEqual([
      { width: 640, height: 480, rate: 30, isVirtual: true, label: 'OBS Virtual Camera' },
    ])
  })

  test('a new track replaces the old one without loading again', async () => {
    const { observer, worker } = setUp()
    worker.load()
    worker.read()
    await observer.watch(new TrackDouble() as unknown as MediaStreamTrack)
    expect(worker.heard.map(({ type }) => type)).toEqual(['load', 'rate', 'frames', 'rest', 'frames'])
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
