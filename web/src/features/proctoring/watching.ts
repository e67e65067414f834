/**
 * Everything that a candidate's device observes, tied together without React: the eye, and what the policy allows
 * and the person leaves on beside it. Pages watch its cells and call its verbs.
 */

import { Cell } from '@/lib/cell'
import { createSoundWatcher } from '@/hearing/watcher'
import type { Calibration } from '@/vision/calibration'
import type { Neutral, Observer, Reading, Sighting, Still, Watcher } from '@/vision/contracts'
import { gazeAngles } from '@/vision/gaze'
import { keepBudget } from '@/vision/keepBudget'
import type { LivenessCheck } from '@/vision/liveness'
import { createObjectWatcher } from '@/vision/objects/watcher'
import { createObserver } from '@/vision/observer'

import { NewestWords } from './said'

/** What the person can switch off. `overlay`: what the device sees, drawn over their picture for interviewers. */
export type Optional = 'objects' | 'sound' | 'gaze_point' | 'overlay'

export interface Allowed {
  optional: readonly Optional[]
  /** Points on the screen that are less certain are not said. */
  maxGazeRadiusDeg: number
  /** The picture in which a thing was seen, for the candidate to look at. */
  takesStills: boolean
  /** To show, if they like, that a person sits at the camera. */
  offersLiveness: boolean
}

/** What is seen right now, for drawing over the picture. Pixels of the camera picture. */
export interface Seen {
  reading: Reading
  things: readonly Sighting[]
  /** Degrees from the person's own centre; undefined without one. */
  gaze: { left: number; up: number } | undefined
}

const MODELS = '/models/'

export class Watching {
  readonly observer: Observer = createObserver({ modelsUrl: MODELS })
  readonly objects = createObjectWatcher({ modelsUrl: MODELS })
  readonly sound = createSoundWatcher({ modelsUrl: MODELS })
  readonly off: Cell<ReadonlySet<Optional>>
  readonly seen = new Cell<Seen | undefined>(undefined)
  /** The newest thing that was seen, as the camera showed it. It never leaves the device. */
  readonly still = new Cell<Still | undefined>(undefined)
  readonly calibration = new Cell<Calibration | undefined>(undefined)
  readonly words: NewestWords
  neutral: Neutral | undefined
  liveness: LivenessCheck | undefined
  private camera: MediaStreamTrack | undefined
  private microphone: MediaStreamTrack | undefined
  private things: readonly Sighting[] = []
  private begun = false
  private readonly stops: (() => void)[]

  constructor(readonly allowed: Allowed) {
    this.off = new Cell<ReadonlySet<Optional>>(new Set())
    this.words = new NewestWords(this.watchers)
    this.stops = [
      () => this.words.stop(),
      keepBudget(this.observer, this.objects),
      this.observer.onReading((reading) => this.see(reading)),
      this.objects.onSightings((things) => (this.things = things)),
      allowed.takesStills ? this.objects.onStill((still) => this.still.set(still)) : () => undefined,
      this.objects.onStatus(({ state }) => {
        if (state !== 'watching') this.things = []
      }),
    ]
  }

  /** All that state something, for the log. */
  get watchers(): readonly Watcher[] {
    return [
      this.observer,
      ...(this.offers('objects') ? [this.objects] : []),
      ...(this.offers('sound') ? [this.sound] : []),
    ]
  }

  offers(item: Optional): boolean {
    return this.allowed.optional.includes(item)
  }

  isOn(item: Optional): boolean {
    return this.offers(item) && !this.off.get().has(item)
  }

  /** The eye opens for this camera; a new one replaces the old. */
  watchFaces(camera: MediaStreamTrack): void {
    this.camera = camera
    void this.observer.watch(camera)
    if (this.begun && this.isOn('objects')) void this.objects.watch(camera)
  }

  hear(microphone: MediaStreamTrack): void {
    this.microphone = microphone
    if (this.begun && this.isOn('sound')) void this.sound.listen(microphone)
  }

  /** Whatever comes after the eye: its models are fetched only now. */
  begin(): void {
    this.begun = true
    if (this.camera && this.isOn('objects')) void this.objects.watch(this.camera)
    if (this.microphone && this.isOn('sound')) void this.sound.listen(this.microphone)
  }

  setNeutral(neutral: Neutral | undefined): void {
    this.neutral = neutral
    this.observer.setNeutral(neutral)
  }

  setCalibration(calibration: Calibration | undefined): void {
    this.calibration.set(calibration)
    this.tellGaze()
  }

  setLiveness(check: LivenessCheck | undefined): void {
    this.liveness = check
  }

  /** Off: that part rests, and says that the person switched it off. */
  switchTo(item: Optional, on: boolean): void {
    const off = new Set(this.off.get())
    if (on) off.delete(item)
    else off.add(item)
    this.off.set(off)
    if (item === 'gaze_point') this.tellGaze()
    if (item === 'objects') {
      this.things = []
      this.still.set(undefined)
      if (!on) this.objects.rest()
      else if (this.camera) void this.objects.watch(this.camera)
    }
    if (item === 'sound') {
      if (!on) this.sound.rest()
      else if (this.microphone) void this.sound.listen(this.microphone)
    }
  }

  stop(): void {
    for (const stop of this.stops.splice(0)) stop()
    this.observer.stop()
    this.objects.stop()
    this.sound.stop()
  }

  private tellGaze(): void {
    const model = this.isOn('gaze_point') ? this.calibration.get()?.model : undefined
    this.observer.setGaze(model, this.allowed.maxGazeRadiusDeg)
  }

  private see(reading: Reading): void {
    const { face, atMs } = reading
    this.objects.sawFace(face?.box)
    this.sound.sawMouth(face?.mouthOpen, atMs)
    const gaze = face && this.neutral && gazeAngles(face, this.neutral)
    this.seen.set({ reading, things: this.things, gaze })
  }
}
