import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import type { Sighting, Statement, Still, WatchStatus } from '../contracts'

import type { FromObjectsWorker, ToObjectsWorker } from './messages'
import { FACE, makePhone } from './testing'
import { createObjectWatcher } from './watcher'

class WorkerDouble extends EventTarget {
  readonly heard: ToObjectsWorker[] = []
  terminated = false

  postMessage(message: ToObjectsWorker): void {
    this.heard.push(message)
  }

  terminate(): void {
    this.terminated = true
  }

  say(message: FromObjectsWorker): void {
    this.dispatchEvent(new MessageEvent('message', { data: message }))
  }

  load(): void {
    this.say({ type: 'loaded', name: 'tiny', version: 'abcdef012345' })
  }

  look(sightings: readonly Sighting[] = []): void {
    const atMs = performance.now()
    this.say({ type: 'looked', looked: { sightings, atMs, costMs: 240, signature: atMs, isBlack: false } })
  }

  get stillsAsked(): number {
    return this.heard.filter(({ type }) => type === 'still').length
  }

  get rates(): number[] {
    return this.heard.flatMap((message) => (message.type === 'rate' ? [message.rate] : []))
  }
}

class TrackDouble extends EventTarget {
  enabled = true
  muted = false
  readyState = 'live'
}

const workers: WorkerDouble[] = []
const newest = () => workers[workers.length - 1] ?? new WorkerDouble()

function setUp() {
  const track = new TrackDouble()
  const createWorker = vi.fn(() => {
    const worker = new WorkerDouble()
    workers.push(worker)
    return worker as unknown as Worker
  })
  const watcher = createObjectWatcher({ modelsUrl: '/models/', createWorker })
  const statuses: WatchStatus[] = []
  const statements: Statement[] = []
  watcher.onStatus((status) => statuses.push(status))
  watcher.onStatement((statement) => statements.push(statement))
  const watch = () => watcher.watch(track as unknown as MediaStreamTrack)
  return { watcher, track, createWorker, statuses, statements, watch }
}

function lookFor(ms: number, sightings: readonly Sighting[] = []): void {
  for (let passed = 0; passed < ms; passed += 500) {
    vi.advanceTimersByTime(500)
    newest().look(sightings)
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('Worker', EventTarget)
  vi.stubGlobal('OffscreenCanvas', EventTarget)
  vi.stubGlobal('createImageBitmap', () => Promise.reject(new Error('not asked for')))
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

describe('the watcher of objects', () => {
  test('makes no worker before there is something to watch', () => {
    const { watcher, createWorker } = setUp()
    watcher.setRate(1)
    expect(createWorker).not.toHaveBeenCalled()
    expect(watcher.status).toEqual({ state: 'paused', reason: 'camera_off' })
  })

  test('loads, then watches twice a second, and says which detector it uses', async () => {
    const { watcher, watch, statuses } = setUp()
    const watching = watch()
    expect(newest().heard[0]).toMatchObject({ type: 'load', modelsUrl: 'http://localhost:3000/models/' })
    newest().load()
    newest().look()
    await watching
    expect(statuses).toEqual([{ state: 'loading' }, { state: 'watching', rate: 2 }])
    expect([watcher.detector, watcher.modelVersion]).toEqual(['tiny', 'abcdef012345'])
  })

  test('tells of each picture what frames agree on, and what it cost', () => {
    const { watcher, watch, statements } = setUp()
    const seen: (readonly Sighting[])[] = []
    const costs: number[] = []
    watcher.onSightings((sightings) => seen.push(sightings))
    watcher.onCost((costMs) => costs.push(costMs))
    void watch()
    newest().load()
    lookFor(4000, [makePhone()])
    expect(seen[1]).toEqual([])
    expect(seen.at(-1)).toEqual([makePhone()])
    expect(costs).toHaveLength(8)
    expect(new Set(statements.map(({ value }) => value))).toEqual(new Set(['none', 'phone']))
  })

  test('a phone at the face is a hand or a phone', () => {
    const { watcher, watch, statements } = setUp()
    void watch()
    newest().load()
    watcher.sawFace(FACE)
    lookFor(4000, [makePhone()])
    expect(statements.at(-1)).toMatchObject({ observed: 'objects', value: 'hand_or_phone' })
  })

  test('another rate is told, none is no room, and it comes back', () => {
    const { watcher, watch, statuses } = setUp()
    void watch()
    newest().load()
    lookFor(1000)
    watcher.setRate(0.1)
    expect(statuses.at(-1)).toEqual({ state: 'watching', rate: 0.5 })
    watcher.setRate(0)
    expect(statuses.at(-1)).toEqual({ state: 'paused', reason: 'no_room' })
    lookFor(1000)
    expect(statuses.at(-1)).toEqual({ state: 'paused', reason: 'no_room' })
    watcher.setRate(1)
    lookFor(1000)
    expect(statuses.at(-1)).toEqual({ state: 'watching', rate: 1 })
    expect(newest().rates).toEqual([2, 0.5, 1])
    const feeds = newest().heard.filter(({ type }) => type === 'frames' || type === 'rest')
    expect(feeds.map(({ type }) => type)).toEqual(['frames', 'rest', 'frames'])
  })

  test('nothing is loaded while there is no room', () => {
    const { watcher, watch, createWorker } = setUp()
    watcher.setRate(0)
    void watch()
    expect(watcher.status).toEqual({ state: 'paused', reason: 'no_room' })
    expect(createWorker).not.toHaveBeenCalled()
    watcher.setRate(2)
    expect(createWorker).toHaveBeenCalledOnce()
  })

  test.each<[string, (track: TrackDouble) => void]>([
    ['camera_off', (track) => (track.enabled = false)],
    ['camera_lost', (track) => (track.muted = true)],
    ['camera_lost', (track) => track.dispatchEvent(new Event('ended'))],
  ])('pauses as %s and says nothing meanwhile', (reason, happen) => {
    const { track, watch, statuses, statements } = setUp()
    void watch()
    newest().load()
    lookFor(4000)
    happen(track)
    lookFor(500)
    expect(statuses.at(-1)).toEqual({ state: 'paused', reason })
    const said = statements.length
    lookFor(4000)
    expect(statements).toHaveLength(said)
  })

  test('a hidden tab without frames is told', () => {
    const { watch, statuses } = setUp()
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    void watch()
    newest().load()
    lookFor(4000)
    expect(statuses.at(-1)).toMatchObject({ state: 'watching' })
    for (let second = 1; second <= 4; second++) {
      vi.advanceTimersByTime(1000)
      newest().say({ type: 'waiting', forMs: second * 1000 })
    }
    vi.advanceTimersByTime(250)
    expect(statuses.at(-1)).toEqual({ state: 'paused', reason: 'tab_hidden' })
  })

  test('a model that cannot be had makes it unavailable, and a later call tries again', async () => {
    const { watcher, watch } = setUp()
    const watching = watch()
    newest().say({ type: 'failed', reason: 'model_missing' })
    await watching
    expect(watcher.status).toEqual({ state: 'unavailable', reason: 'model_missing' })
    expect(newest().terminated).toBe(true)
    const again = watch()
    newest().load()
    newest().look()
    await again
    expect(watcher.status).toMatchObject({ state: 'watching' })
  })

  test('a worker that dies has one successor', () => {
    const { watcher, watch, createWorker } = setUp()
    void watch()
    newest().load()
    lookFor(1000)
    newest().dispatchEvent(new Event('error'))
    expect(watcher.status).toEqual({ state: 'loading' })
    newest().load()
    lookFor(1000)
    expect(watcher.status).toMatchObject({ state: 'watching' })
    newest().dispatchEvent(new Event('error'))
    expect(watcher.status).toEqual({ state: 'unavailable', reason: 'model_failed' })
    expect(createWorker).toHaveBeenCalledTimes(2)
  })

  test('a worker that says nothing for ten seconds is dead', () => {
    const { watch, statuses, createWorker } = setUp()
    void watch()
    newest().load()
    lookFor(1000)
    vi.advanceTimersByTime(9000)
    expect(statuses.at(-1)).toMatchObject({ state: 'watching' })
    vi.advanceTimersByTime(2000)
    expect(statuses.at(-1)).toEqual({ state: 'loading' })
    expect(createWorker).toHaveBeenCalledTimes(2)
  })

  test.each(['Worker', 'OffscreenCanvas', 'WebAssembly'])(
    'a browser without %s does not support it',
    async (name) => {
      vi.stubGlobal(name, undefined)
      const { watcher, watch, createWorker } = setUp()
      await watch()
      expect(watcher.status).toEqual({ state: 'unavailable', reason: 'not_supported' })
      expect(createWorker).not.toHaveBeenCalled()
    },
  )

  test('a still is asked for as a thing comes into sight, and only where somebody wants one', () => {
    const { watcher, watch } = setUp()
    void watch()
    newest().load()
    lookFor(2500, [makePhone()])
    expect(newest().stillsAsked).toBe(0)
    lookFor(4000)
    const stills: Still[] = []
    watcher.onStill((still) => stills.push(still))
    lookFor(2500, [makePhone()])
    expect(newest().stillsAsked).toBe(1)
    const picture = new Blob()
    newest().say({ type: 'still', picture, atMs: 12 })
    expect(stills).toEqual([{ picture, atMs: 12, shows: ['phone'] }])
  })

  test('a worker that cannot be made is told, not thrown', async () => {
    const { watcher, watch, createWorker } = setUp()
    createWorker.mockImplementation(() => {
      throw new Error('refused by a content policy')
    })
    await watch()
    expect(watcher.status).toEqual({ state: 'unavailable', reason: 'not_supported' })
  })

  test('ends with what was unsaid, and nothing follows', () => {
    const { watcher, watch, statements } = setUp()
    void watch()
    newest().load()
    lookFor(2500)
    watcher.stop()
    expect(statements.at(-1)).toMatchObject({ observed: 'objects', value: 'none' })
    expect(newest().terminated).toBe(true)
    const said = statements.length
    newest().look()
    expect(statements).toHaveLength(said)
  })
})
