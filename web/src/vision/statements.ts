import type { Neutral, Reading, Statement } from './contracts'
import { BLINK_MS, BlinkCount, EYES, eyelidsOf } from './eyelids'
import { GazeTeller, type Gaze } from './gaze'
import type { GazePoint } from './gazePoint'
import { median } from './geometry'
import { BESIDE, GAZE_POINT, type PointTeller } from './looking'
import { mostFrequent, Spans, type Kind } from './spans'

interface Turn {
  yaw: number
  pitch: number
}

interface Count {
  faces: number
  counted: boolean
}

/** A glance shorter than this, or a detector's stumble, is not said. */
const GLANCE_MS = 250
/** A head that moves less than this keeps its place. */
const HEAD_STEP_DEG = 4

const PRESENCE: Kind<'present' | 'absent'> = {
  observed: 'presence',
  same: (settled, value) => settled === value,
  changed: (pending) => pending.length >= 2,
  gather: mostFrequent,
  word: (value) => value,
}

const FACES: Kind<Count> = {
  observed: 'faces',
  same: (settled, value) => settled.faces === value.faces,
  changed(pending, _, settled) {
    // Only a count can see other people come or go; one that stands alone may be a mistake.
    const several = settled.faces > 1 || pending.some(({ value }) => value.faces > 1)
    return pending.filter(({ value }) => value.counted || !several).length >= 2
  },
  gather: (values) => ({ faces: mostFrequent(values.map(({ faces }) => faces)), counted: true }),
  word: ({ faces }) => String(faces),
}

const GAZE: Kind<Gaze> = {
  observed: 'gaze',
  same: (settled, value) => settled === value,
  changed(pending, heldMs) {
    const eyesClosed = mostFrequent(pending.map(({ value }) => value)) === 'closed'
    return pending.length >= 2 && heldMs >= (eyesClosed ? BLINK_MS : GLANCE_MS)
  },
  gather: mostFrequent,
  word: (value) => (value === 'closed' ? 'unknown' : value),
}

const HEAD: Kind<Turn> = {
  observed: 'head',
  same: (settled, value) =>
    Math.max(Math.abs(settled.yaw - value.yaw), Math.abs(settled.pitch - value.pitch)) <= HEAD_STEP_DEG,
  changed: (pending) => pending.length >= 2,
  gather: (turns) => ({
    yaw: median(turns.map(({ yaw }) => yaw)),
    pitch: median(turns.map(({ pitch }) => pitch)),
  }),
  word: ({ yaw, pitch }) => `${Math.round(yaw * 1000)},${Math.round(pitch * 1000)}`,
}

/** Readings in, statements out: of faces, looks, heads and eyelids. Pure but for what it remembers. */
export class StatementMaker {
  private readonly presence = new Spans(PRESENCE)
  private readonly faces = new Spans(FACES)
  private readonly gaze = new Spans(GAZE)
  private readonly head = new Spans(HEAD)
  private readonly eyes = new Spans(EYES)
  private readonly blinks = new BlinkCount()
  private readonly points = new Spans(GAZE_POINT)
  private neutral: Neutral | undefined
  private gazeTeller: GazeTeller | undefined
  private pointTeller: PointTeller | undefined

  setNeutral(neutral: Neutral | undefined): void {
    this.neutral = neutral
    this.gazeTeller = neutral && new GazeTeller(neutral)
  }

  /** With one, points are stated, and where somebody looks follows from them. */
  setPoints(teller: PointTeller | undefined): void {
    this.pointTeller = teller
  }

  observe(reading: Reading): Statement[] {
    const { atMs, faces, counted } = reading
    const sure = presenceConfidence(reading)
    const coarse = this.tellGaze(reading)
    const point = coarse.gaze === 'closed' ? undefined : this.pointTeller?.tell(reading)
    const gaze = (point && this.pointTeller?.direction(point)) ?? coarse
    return [
      ...this.presence.observe({ atMs, value: reading.face ? 'present' : 'absent', confidence: sure }),
      ...this.faces.observe({ atMs, value: { faces, counted }, confidence: reading.othersScore ?? sure }),
      ...this.gaze.observe({ atMs, value: gaze.gaze, confidence: gaze.confidence }),
      ...this.observeHead(reading),
      ...this.observeEyes(reading),
      ...this.observePoint(point, reading),
    ]
  }

  /** The camera rests: says what is unsaid, and the next reading begins anew. */
  flush(): Statement[] {
    this.blinks.reset()
    return [this.presence, this.faces, this.gaze, this.head, this.eyes, this.points].flatMap((spans) =>
      spans.flush(),
    )
  }

  private tellGaze(reading: Reading): { gaze: Gaze; confidence: number } {
    if (reading.face && this.gazeTeller) return this.gazeTeller.tell(reading.face, reading.atMs)
    return { gaze: 'unknown', confidence: reading.face ? 1 : presenceConfidence(reading) }
  }

  private observeHead({ face, atMs }: Reading): Statement[] {
    if (!face || !this.neutral) return this.head.flush()
    const value = { yaw: face.yaw - this.neutral.yaw, pitch: face.pitch - this.neutral.pitch }
    return this.head.observe({ atMs, value, confidence: face.score })
  }

  private observePoint(point: GazePoint | undefined, { atMs, face }: Reading): Statement[] {
    if (!point || point.off >= BESIDE || !face) return this.points.flush()
    return this.points.observe({ atMs, value: point, confidence: face.score })
  }

  private observeEyes(reading: Reading): Statement[] {
    const eyelids = eyelidsOf(reading.face, this.neutral)
    const blinks = this.blinks.observe(eyelids, reading)
    if (eyelids === 'unknown') return this.eyes.flush()
    const confidence = reading.face?.score ?? 0
    return [...this.eyes.observe({ atMs: reading.atMs, value: eyelids, confidence }), ...blinks]
  }
}

function presenceConfidence({ face, missed }: Reading): number {
  return face ? face.score : 1 - (missed ?? 0)
}
