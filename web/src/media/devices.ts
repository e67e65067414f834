/** This person's own camera and microphone: opened, chosen, switched, lost and found again. */

import { capture, type Captured, type Kind } from './capture'
import { recallChoice, rememberChoice } from './choice'
import type { DeviceChoice, LocalMedia, LocalMediaState, MediaProblem } from './contracts'
import { LevelMeter } from './level'
import { Listeners } from '@/lib/listeners'

const CHOSEN = { camera: 'cameraId', microphone: 'microphoneId' } as const
const LISTED = { camera: 'cameras', microphone: 'microphones' } as const
const ON = { camera: 'cameraOn', microphone: 'microphoneOn' } as const
const PROBLEM = { camera: 'cameraProblem', microphone: 'microphoneProblem' } as const

/** Worth another try when devices come and go; the others need the person. */
const PASSING: readonly (MediaProblem | undefined)[] = ['lost', 'not_found', 'in_use']

export function createLocalMedia({ video = true, audio = true } = {}): LocalMedia {
  return new Devices([...(video ? (['camera'] as const) : []), ...(audio ? (['microphone'] as const) : [])])
}

class Devices implements LocalMedia {
  readonly #kinds: readonly Kind[]
  readonly #states = new Listeners<LocalMediaState>()
  readonly #meter = new LevelMeter()
  readonly #tracks: Partial<Record<Kind, MediaStreamTrack>> = {}
  #state: LocalMediaState
  /** What the person chose; the state's choice is what is in use. */
  #wanted: DeviceChoice = recallChoice()
  #turn: Promise<void> = Promise.resolve()
  #closed = false

  constructor(kinds: readonly Kind[]) {
    this.#kinds = kinds
    this.#state = {
      stream: new MediaStream(),
      cameras: [],
      microphones: [],
      choice: this.#wanted,
      cameraOn: kinds.includes('camera'),
      microphoneOn: kinds.includes('microphone'),
    }
  }

  get state(): LocalMediaState {
    return this.#state
  }

  onState(listener: (state: LocalMediaState) => void): () => void {
    return this.#states.add(listener)
  }

  onLevel(listener: (level: number) => void): () => void {
    return this.#meter.onLevel(listener)
  }

  /** Also the way to try again after the person has mended what was wrong. */
  open(): Promise<void> {
    this.#closed = false
    return this.#inTurn(async () => {
      this.#mediaDevices?.addEventListener('devicechange', this.#devicesChanged)
      await this.#capture(this.#kinds.filter((kind) => this.#state[ON[kind]] && !this.#tracks[kind]))
    })
  }

  choose(choice: DeviceChoice): Promise<void> {
    return this.#inTurn(async () => {
      this.#wanted = { ...this.#wanted, ...choice }
      rememberChoice(this.#wanted)
      const named = this.#kinds.filter((kind) => choice[CHOSEN[kind]] !== undefined && this.#state[ON[kind]])
      const isInUse = (kind: Kind) =>
        this.#tracks[kind] && choice[CHOSEN[kind]] === this.#state.choice[CHOSEN[kind]]
      for (const kind of named.filter(isInUse)) this.#change({ [PROBLEM[kind]]: undefined })
      await this.#capture(
        named.filter((kind) => !isInUse(kind)),
        true,
      )
    })
  }

  /** Off lets go of the camera, so that its light goes out; on opens it again. */
  setCamera(on: boolean): void {
    if (!this.#kinds.includes('camera')) return
    this.#change({ cameraOn: on })
    void this.#inTurn(async () => {
      if (!this.#state.cameraOn) this.#adopt('camera', undefined)
      else if (!this.#tracks.camera) await this.#capture(['camera'])
    })
  }

  setMicrophone(on: boolean): void {
    if (!this.#kinds.includes('microphone')) return
    if (this.#tracks.microphone) this.#tracks.microphone.enabled = on
    this.#change({ microphoneOn: on })
    if (on && !this.#tracks.microphone) void this.#inTurn(() => this.#capture(['microphone']))
  }

  close(): void {
    this.#closed = true
    this.#mediaDevices?.removeEventListener('devicechange', this.#devicesChanged)
    for (const kind of this.#kinds) this.#adopt(kind, undefined)
  }

  get #mediaDevices(): MediaDevices | undefined {
    return navigator.mediaDevices
  }

  /** Opens these devices; `only` takes no other than the one that was wanted. */
  async #capture(kinds: readonly Kind[], only = false): Promise<void> {
    if (kinds.length === 0 || this.#closed) return
    const captured = await capture(
      Object.fromEntries(kinds.map((kind) => [kind, { deviceId: this.#preferred(kind), only }])),
    )
    for (const kind of kinds) this.#take(kind, captured[kind] ?? { problem: 'failed' })
    await this.#list()
  }

  #preferred(kind: Kind): string | undefined {
    const wasLost = this.#state[PROBLEM[kind]] === 'lost'
    return (wasLost && this.#state.choice[CHOSEN[kind]]) || this.#wanted[CHOSEN[kind]]
  }

  #take(kind: Kind, captured: Captured): void {
    const track = 'track' in captured ? captured.track : undefined
    const problem = 'problem' in captured ? captured.problem : undefined
    if (this.#closed || !this.#state[ON[kind]]) {
      track?.stop()
      return
    }
    // A device that could not be switched to leaves the one in use as it is.
    if (track || !this.#tracks[kind]) this.#adopt(kind, track, { [PROBLEM[kind]]: problem })
    else this.#change({ [PROBLEM[kind]]: problem })
  }

  /** `part` is told with it, as one piece of news. */
  #adopt(kind: Kind, track: MediaStreamTrack | undefined, part: Partial<LocalMediaState> = {}): void {
    const { stream, choice } = this.#state
    const old = this.#tracks[kind]
    if (old) {
      old.onended = null
      old.stop()
      stream.removeTrack(old)
    }
    this.#tracks[kind] = track
    if (track) {
      if (kind === 'microphone') track.enabled = this.#state.microphoneOn
      track.onended = () => this.#lose(kind)
      stream.addTrack(track)
    }
    if (kind === 'microphone') this.#meter.listenTo(track)
    const inUse = track?.getSettings().deviceId
    this.#change({ ...part, ...(inUse && { choice: { ...choice, [CHOSEN[kind]]: inUse } }) })
  }

  #lose(kind: Kind): void {
    this.#adopt(kind, undefined, { [PROBLEM[kind]]: 'lost' })
    this.#devicesChanged()
  }

  /** A device that was lost is opened again once it is back, and no other in its place without the person's word. */
  readonly #devicesChanged = (): void => {
    void this.#inTurn(async () => {
      await this.#list()
      for (const kind of this.#kinds) {
        const problem = this.#state[PROBLEM[kind]]
        if (!PASSING.includes(problem) || this.#tracks[kind] || !this.#state[ON[kind]]) continue
        const lost = problem === 'lost' ? this.#state.choice[CHOSEN[kind]] : undefined
        const listed = this.#state[LISTED[kind]]
        if (lost ? listed.some(({ deviceId }) => deviceId === lost) : listed.length > 0)
          await this.#capture([kind])
      }
    })
  }

  async #list(): Promise<void> {
    const devices = (await this.#mediaDevices?.enumerateDevices().catch(() => [])) ?? []
    const named = devices.filter(({ deviceId }) => deviceId !== '')
    this.#change({
      cameras: named.filter(({ kind }) => kind === 'videoinput'),
      microphones: named.filter(({ kind }) => kind === 'audioinput'),
    })
  }

  #change(part: Partial<LocalMediaState>): void {
    this.#state = { ...this.#state, ...part }
    this.#states.tell(this.#state)
  }

  /** One after another: opening takes time, and people are quicker. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(work)
    return this.#turn
  }
}
