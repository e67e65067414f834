/** Who may sit at the camera when something is asked, in numbers; for tests, not part of the product. */

import type { Colour, Reading } from './contracts'
import { IRIS_X_PER_DEGREE, IRIS_Y_PER_DEGREE } from './gaze'
import { drawChallenges, LivenessRun, type Challenge, type Draw, type LivenessCheck } from './liveness'
import { DOT_AFTER_MS, DOT_MS } from './livenessAnswers'
import { HUE_MS, HUES_AFTER_MS } from './livenessColour'
import { CENTRE, makeReading } from './testing'

/** Degrees to the person's left and upwards; colour: what the page's light does to it. */
interface Pose {
  turned?: number
  left?: number
  up?: number
  shut?: boolean
  light?: Colour
}

/** What the camera shows, `sinceMs` after the request that it is under; both undefined between requests. */
type Actor = (nowMs: number, challenge?: Challenge, sinceMs?: number) => Pose
export type Casting = (draw: Draw) => Actor

const SKIN: Colour = [150, 115, 100]
const NO_LIGHT: Colour = [1, 1, 1]
const CLOSED_MS = 500
const LOOKS = { left: { left: 10 }, right: { left: -10 }, up: { up: 8 }, down: { up: -8 } }
const LIGHTS: Record<string, Colour> = { red: [1.06, 1, 1], green: [1, 1.06, 1], blue: [1, 1, 1.06] }
const BLINKS_EVERY_MS = 4000
const BLINK_MS = 150

/** A draw that is the same again with the same seed. */
export function seeded(seed: number): Draw {
  let state = (seed * 2654435761 + 12345) >>> 0
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 374761393) >>> 0
    return Math.floor(((state ^ (state >>> 13)) >>> 0) / (2 ** 32 / below))
  }
}

function answering({ asked, ...hidden }: Challenge, sinceMs: number, lagMs: number): Pose {
  const heardMs = sinceMs - lagMs
  const within = (fromMs: number, lastsMs: number) => heardMs >= fromMs && heardMs < fromMs + lastsMs
  if (asked === 'turn_left') return within(0, 1500) ? { turned: 18 } : {}
  if (asked === 'turn_right') return within(0, 1500) ? { turned: -18 } : {}
  if ('times' in hidden) {
    const rounds = Array.from({ length: hidden.times }, (_, round) => round * 2 * CLOSED_MS)
    return { shut: rounds.some((fromMs) => within(fromMs, CLOSED_MS)) }
  }
  if ('ways' in hidden) {
    const way = hidden.ways.find((_, step) => within(DOT_AFTER_MS + step * DOT_MS, DOT_MS))
    return way ? LOOKS[way] : {}
  }
  const hue = 'hues' in hidden && hidden.hues.find((_, step) => within(HUES_AFTER_MS + step * HUE_MS, HUE_MS))
  const light = hue ? LIGHTS[hue] : undefined
  return light ? { light } : {}
}

/** Hears what is asked and answers it `lagMs` later; the light of a page is as fast as it is. */
const answerer =
  (lagMs: (draw: Draw) => number, understood: (asked: Challenge, draw: Draw) => Challenge): Casting =>
  (draw) => {
    let heard: { asked: Challenge; understood: Challenge; lagMs: number } | undefined
    return (nowMs, challenge, sinceMs = 0) => {
      const blinks = nowMs % BLINKS_EVERY_MS < BLINK_MS
      if (!challenge) return { shut: blinks }
      if (heard?.asked !== challenge) {
        heard = { asked: challenge, understood: understood(challenge, draw), lagMs: lagMs(draw) }
      }
      const pose = answering(
        heard.understood,
        sinceMs,
        challenge.asked === 'colour' ? heard.lagMs / 4 : heard.lagMs,
      )
      return blinks ? { ...pose, shut: true } : pose
    }
  }

const asAsked = (asked: Challenge) => asked
const promptly: (draw: Draw) => number = (draw) => 400 + draw(400)

/** The same kind of request with what it hides drawn anew. */
function guessed({ asked }: Challenge, draw: Draw): Challenge {
  const kind = asked.startsWith('turn') ? 'turn' : asked
  const drawn = drawChallenges(true, draw).find((one) => one.asked.startsWith(kind))
  return drawn ?? guessed({ asked } as Challenge, draw)
}

function otherThan(asked: Challenge, draw: Draw): Challenge {
  const other = guessed(asked, draw)
  return JSON.stringify(other) === JSON.stringify(asked) ? otherThan(asked, draw) : other
}

/** Everything that can be asked, in one order, with pauses. */
const RECORDED: readonly Challenge[] = [
  { asked: 'turn_left' },
  { asked: 'turn_right' },
  { asked: 'blink', times: 1 },
  { asked: 'blink', times: 2 },
  { asked: 'follow_dot', ways: ['left', 'right', 'up'] },
  { asked: 'follow_dot', ways: ['down', 'left', 'up'] },
  { asked: 'colour', hues: ['red', 'green', 'blue', 'red'] },
]
const RECORDED_EACH_MS = 6500

const loop: Casting = (draw) => {
  const beganMs = draw(RECORDED.length * RECORDED_EACH_MS)
  return (nowMs) => {
    const atMs = (nowMs + beganMs) % (RECORDED.length * RECORDED_EACH_MS)
    const shown = RECORDED[Math.floor(atMs / RECORDED_EACH_MS)]
    return shown ? answering(shown, atMs % RECORDED_EACH_MS, 600) : {}
  }
}

/** Moved a little by the hand that holds it. */
const photo: Casting = (draw) => (nowMs) => ({ turned: 3 * Math.sin(nowMs / 700 + draw(100) / 500) })

export const ACTORS = {
  person: answerer(promptly, asAsked),
  'person in a light room': (draw: Draw) => {
    const actor = answerer(promptly, asAsked)(draw)
    return (nowMs: number, challenge?: Challenge, sinceMs?: number) => {
      return { ...actor(nowMs, challenge, sinceMs), light: NO_LIGHT }
    }
  },
  photo,
  loop,
  'answers too late': answerer((draw) => 4500 + draw(2500), asAsked),
  'answers wrongly': answerer(promptly, otherThan),
  'guesses what is hidden': answerer(promptly, guessed),
} satisfies Record<string, Casting>

const EVERY_MS = 85
const PAUSE_MS = 900
const PATIENCE_MS = 90_000

/** One whole check of this actor, as a page makes it. */
export function performed(casting: Casting, withColour: boolean, seed: number): LivenessCheck {
  const draw = seeded(seed)
  const [run, actor] = [new LivenessRun(withColour, draw), casting(draw)]
  let [askedMs, pausedMs]: [number | undefined, number] = [undefined, 0]
  for (let nowMs = 0; run.challenge; nowMs += EVERY_MS + draw(20)) {
    if (nowMs > PATIENCE_MS) return { outcome: 'not_answered', answers: [] }
    const sinceMs = askedMs === undefined ? undefined : nowMs - askedMs
    run.take(filmed(actor(nowMs, sinceMs === undefined ? undefined : run.challenge, sinceMs), nowMs, draw))
    if (askedMs === undefined) {
      if (nowMs - pausedMs > PAUSE_MS && run.ask(nowMs)) askedMs = nowMs
    } else if (run.judge(nowMs)) {
      ;[askedMs, pausedMs] = [undefined, nowMs]
    }
  }
  return run.outcome()
}

/** With the noise of a camera and of a face that breathes. */
function filmed(
  { turned = 0, left = 0, up = 0, shut = false, light = NO_LIGHT }: Pose,
  atMs: number,
  draw: Draw,
): Reading {
  const noise = (size: number) => size * ((draw(1000) + draw(1000) + draw(1000)) / 500 - 3)
  const mean = 120 + noise(1)
  return makeReading(atMs, {
    yaw: CENTRE.yaw + turned + noise(0.6),
    pitch: CENTRE.pitch + noise(0.6),
    // The eyes stay where they look while the head turns.
    irisX: CENTRE.irisX + (left - turned) * IRIS_X_PER_DEGREE + noise(0.004),
    irisY: CENTRE.irisY - up * IRIS_Y_PER_DEGREE + noise(0.002),
    eyesOpen: (shut ? 0.1 : 0.28) + noise(0.012),
    light: {
      ...{ mean, contrast: 40, sharpness: 0.1, around: 110 },
      colour: [
        SKIN[0] * light[0] + noise(0.3),
        SKIN[1] * light[1] + noise(0.3),
        SKIN[2] * light[2] + noise(0.3),
      ],
    },
  })
}
