/** Cameras and microphones for tests: can be unplugged, denied, in use. */

import { vi } from 'vitest'

export class FakeTrack {
  enabled = true
  readyState: 'live' | 'ended' = 'live'
  onended: (() => void) | null = null

  constructor(
    readonly kind: 'video' | 'audio',
    readonly deviceId: string,
  ) {}

  getSettings(): MediaTrackSettings {
    return { deviceId: this.deviceId }
  }

  stop(): void {
    this.readyState = 'ended'
  }

  unplug(): void {
    this.readyState = 'ended'
    this.onended?.()
  }
}

export class FakeStream {
  readonly #tracks: FakeTrack[]

  constructor(tracks: FakeTrack[] = []) {
    this.#tracks = [...tracks]
  }

  getTracks(): FakeTrack[] {
    return [...this.#tracks]
  }

  getVideoTracks(): FakeTrack[] {
    return this.#tracks.filter(({ kind }) => kind === 'video')
  }

  getAudioTracks(): FakeTrack[] {
    return this.#tracks.filter(({ kind }) => kind === 'audio')
  }

  addTrack(track: FakeTrack): void {
    if (!this.#tracks.includes(track)) this.#tracks.push(track)
  }

  removeTrack(track: FakeTrack): void {
    const index = this.#tracks.indexOf(track)
    if (index >= 0) this.#tracks.splice(index, 1)
  }
}

interface FakeDevice {
  deviceId: string
  kind: 'videoinput' | 'audioinput'
}

export class FakeDevices extends EventTarget {
  devices: FakeDevice[] = [
    { deviceId: 'front', kind: 'videoinput' },
    { deviceId: 'desk', kind: 'videoinput' },
    { deviceId: 'headset', kind: 'audioinput' },
  ]
  readonly asked: MediaStreamConstraints[] = []
  readonly tracks: FakeTrack[] = []
  /** Error names by kind of device. */
  failing: { video?: string; audio?: string } = {}

  constructor() {
    super()
    vi.stubGlobal('isSecureContext', true)
    vi.stubGlobal('MediaStream', FakeStream)
    Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: this })
  }

  enumerateDevices(): Promise<FakeDevice[]> {
    return Promise.resolve([...this.devices])
  }

  getUserMedia(constraints: MediaStreamConstraints): Promise<FakeStream> {
    this.asked.push(constraints)
    const stream = new FakeStream()
    for (const kind of ['video', 'audio'] as const) {
      const wanted = constraints[kind]
      if (!wanted) continue
      const error = this.failing[kind]
      const device = this.#find(kind, wanted === true ? {} : wanted)
      if (error || !device) return Promise.reject(new DOMException('', error ?? 'NotFoundError'))
      const track = new FakeTrack(kind, device.deviceId)
      this.tracks.push(track)
      stream.addTrack(track)
    }
    return Promise.resolve(stream)
  }

  /** The device is gone, and whoever used it is told. */
  unplug(deviceId: string): void {
    this.devices = this.devices.filter((device) => device.deviceId !== deviceId)
    for (const track of this.tracks)
      if (track.deviceId === deviceId && track.readyState === 'live') track.unplug()
    this.dispatchEvent(new Event('devicechange'))
  }

  plugIn(device: FakeDevice): void {
    this.devices = [...this.devices, device]
    this.dispatchEvent(new Event('devicechange'))
  }

  #find(kind: 'video' | 'audio', { deviceId }: MediaTrackConstraints): FakeDevice | undefined {
    const devices = this.devices.filter((device) => device.kind === `${kind}input`)
    const asked = deviceId as { ideal?: string; exact?: string } | undefined
    const named = devices.find((device) => device.deviceId === (asked?.exact ?? asked?.ideal))
    return asked?.exact ? named : (named ?? devices[0])
  }
}
