import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { LocalMedia } from './contracts'
import { createLocalMedia } from './devices'
import { FakeDevices } from '@/testing/media'

let devices: FakeDevices
let media: LocalMedia

beforeEach(() => {
  localStorage.clear()
  devices = new FakeDevices()
  media = createLocalMedia()
})

afterEach(() => {
  media.close()
  vi.unstubAllGlobals()
})

const inUse = () => media.state.stream.getTracks().map((track) => track.getSettings().deviceId)

test('asks once for both, at a modest size and without echo', async () => {
  await media.open()
  expect(devices.asked).toHaveLength(1)
  expect(devices.asked[0]).toMatchObject({
    video: { width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 30 } },
    audio: { echoCancellation: true },
  })
  expect(inUse()).toEqual(['front', 'headset'])
  expect(media.state).toMatchObject({ cameraOn: true, microphoneOn: true, choice: { cameraId: 'front' } })
  expect(media.state.cameras.map(({ deviceId }) => deviceId)).toEqual(['front', 'desk'])
})

test('a missing camera does not cost the microphone', async () => {
  devices.failing = { video: 'NotFoundError' }
  await media.open()
  expect(media.state).toMatchObject({ cameraProblem: 'not_found' })
  expect(media.state.microphoneProblem).toBeUndefined()
  expect(inUse()).toEqual(['headset'])
})

test.each([
  ['NotAllowedError', 'denied'],
  ['NotReadableError', 'in_use'],
  ['NotFoundError', 'not_found'],
  ['SomethingNew', 'failed'],
])('%s is said as %s', async (error, problem) => {
  devices.failing = { video: error, audio: error }
  await media.open()
  expect([media.state.cameraProblem, media.state.microphoneProblem]).toEqual([problem, problem])
})

test('a page without HTTPS says so, and one without WebRTC too', async () => {
  vi.stubGlobal('isSecureContext', false)
  await media.open()
  expect(media.state.cameraProblem).toBe('insecure')
  vi.stubGlobal('isSecureContext', true)
  Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: undefined })
  await media.open()
  expect(media.state.cameraProblem).toBe('unsupported')
})

test('opening again after the person has allowed it takes only what is missing', async () => {
  devices.failing = { video: 'NotAllowedError' }
  await media.open()
  devices.failing = {}
  await media.open()
  expect(media.state.cameraProblem).toBeUndefined()
  expect(devices.asked.at(-1)).toMatchObject({ audio: false })
  expect(inUse()).toEqual(['headset', 'front'])
})

test('an unplugged camera is lost, not replaced, and opened again when it is back', async () => {
  await media.open()
  const gone: (string | undefined)[] = []
  media.onState(({ stream, cameraProblem }) => {
    if (stream.getVideoTracks().length === 0) gone.push(cameraProblem)
  })
  devices.unplug('front')
  await vi.waitFor(() => expect(media.state.cameras).toHaveLength(1))
  expect(media.state.cameraProblem).toBe('lost')
  expect(inUse()).toEqual(['headset'])
  devices.plugIn({ deviceId: 'front', kind: 'videoinput' })
  await vi.waitFor(() => expect(inUse()).toEqual(['headset', 'front']))
  expect(media.state.cameraProblem).toBeUndefined()
  expect(new Set(gone), 'that it is gone is told together with why').toEqual(new Set(['lost']))
})

test('a chosen device replaces the one in use and is remembered', async () => {
  await media.open()
  await media.choose({ cameraId: 'desk' })
  expect(inUse()).toEqual(['headset', 'desk'])
  expect(devices.tracks[0]?.readyState).toBe('ended')
  const later = createLocalMedia()
  await later.open()
  expect(later.state.choice.cameraId).toBe('desk')
  later.close()
})

test('a choice that cannot be opened leaves the device in use as it is', async () => {
  await media.open()
  devices.failing = { video: 'NotReadableError' }
  await media.choose({ cameraId: 'desk' })
  expect(media.state.cameraProblem).toBe('in_use')
  expect(inUse()).toEqual(['front', 'headset'])
  await media.choose({ cameraId: 'front' })
  expect(media.state.cameraProblem).toBeUndefined()
})

test('camera off lets go of the camera; on opens the same one again', async () => {
  await media.open()
  media.setCamera(false)
  await vi.waitFor(() => expect(inUse()).toEqual(['headset']))
  expect(devices.tracks[0]?.readyState).toBe('ended')
  expect(media.state).toMatchObject({ cameraOn: false })
  media.setCamera(true)
  await vi.waitFor(() => expect(inUse()).toEqual(['headset', 'front']))
})

test('quick changes of mind end with the last one', async () => {
  await media.open()
  media.setCamera(false)
  media.setCamera(true)
  media.setCamera(false)
  await media.open()
  expect(inUse()).toEqual(['headset'])
})

test('a muted microphone stays open, and stays muted on another device', async () => {
  devices.plugIn({ deviceId: 'built in', kind: 'audioinput' })
  await media.open()
  media.setMicrophone(false)
  expect(media.state.stream.getAudioTracks().map(({ enabled }) => enabled)).toEqual([false])
  await media.choose({ microphoneId: 'built in' })
  expect(media.state.stream.getAudioTracks().map(({ enabled }) => enabled)).toEqual([false])
  media.setMicrophone(true)
  expect(media.state.stream.getAudioTracks().map(({ enabled }) => enabled)).toEqual([true])
})

test('closing stops every track', async () => {
  await media.open()
  media.close()
  expect(devices.tracks.every(({ readyState }) => readyState === 'ended')).toBe(true)
})
