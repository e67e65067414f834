/**
 * Random requests at the camera which a person answers in their time, and a photograph or a recording does not.
 * No page and no clock: a page asks `run.challenge`, gives readings and asks `run.judge()` what came of it.
 *
 * What chance has somebody who guesses? Each request hides something that the picture must show: which side (2), how
 * often (2), which way three times (4·3·3 = 36), which colours (3·2·2·2 = 24). Without colours, or with a face that
 * shows none, the check is two turns, closed eyes and the dot: 1 in 2·2·2·36 = 288 (0.35 %) for who knows what is
 * asked when, and only guesses the rest. Who does not know that either, as a recording, has the order to guess as
 * well: 1 in 3,456 (0.03 %).
 */

import type { Reading } from './contracts'
import { judge } from './livenessAnswers'
import { HUES } from './livenessColour'
import { restOf, type Rest } from './livenessRest'

export type Way = 'left' | 'right' | 'up' | 'down'
export type Hue = 'red' | 'green' | 'blue'

export type Challenge =
  | { asked: 'turn_left' | 'turn_right' }
  /** Eyes closed for a moment, so many times. */
  | { asked: 'blink'; times: number }
  /** The dot jumps from the middle to one edge after the other. */
  | { asked: 'follow_dot'; ways: readonly Way[] }
  /** The whole page has one colour after the other. */
  | { asked: 'colour'; hues: readonly Hue[] }

export interface Answer {
  asked: Challenge['asked']
  answered: boolean
  tookMs: number
  /** Degrees, closures, or the share of agreement. */
  measured: number
}

export interface LivenessCheck {
  outcome: 'answered' | 'not_answered' | 'not_made'
  answers: readonly Answer[]
}

export const NOT_MADE: LivenessCheck = { outcome: 'not_made', answers: [] }

/** A whole number from 0 up to, but not, this one. */
export type Draw = (below: number) => number

const WAYS: readonly Way[] = ['left', 'right', 'up', 'down']
const MOST_CLOSURES = 2
const DOT_WAYS = 3
const COLOURS = 4
/** Without a reading for so long, nobody can tell what was done when: it is asked anew, but not for ever. */
const BLIND_MS = 500
const MOST_BLIND = 3
/** Kept of what came before a request. */
const BEFORE_MS = 1000

export function drawByCrypto(below: number): number {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1))
  return drawn % below
}

export function drawChallenges(withColour: boolean, draw: Draw = drawByCrypto): Challenge[] {
  const kinds = [DRAWN.turn, withColour ? DRAWN.colour : DRAWN.turn, DRAWN.blink, DRAWN.dot]
  return shuffled(
    kinds.map((drawn) => drawn(draw)),
    draw,
  )
}

const DRAWN = {
  turn: (draw: Draw): Challenge => ({ asked: draw(2) ? 'turn_left' : 'turn_right' }),
  blink: (draw: Draw): Challenge => ({ asked: 'blink', times: 1 + draw(MOST_CLOSURES) }),
  dot: (draw: Draw): Challenge => ({ asked: 'follow_dot', ways: drawSteps(WAYS, DOT_WAYS, draw) }),
  colour: (draw: Draw): Challenge => ({ asked: 'colour', hues: drawSteps(HUES, COLOURS, draw) }),
}

const KIND_OF: Record<Challenge['asked'], keyof typeof DRAWN> = {
  ...{ turn_left: 'turn', turn_right: 'turn' },
  ...{ blink: 'blink', follow_dot: 'dot', colour: 'colour' },
}

/** One of so many is the chance to guess what these requests hide, knowing what is asked when. */
export function guesses(challenges: readonly Challenge[]): number {
  return challenges.reduce((product, { asked }) => product * GUESSES[asked], 1)
}

const GUESSES: Record<Challenge['asked'], number> = {
  turn_left: 2,
  turn_right: 2,
  blink: MOST_CLOSURES,
  follow_dot: WAYS.length * (WAYS.length - 1) ** (DOT_WAYS - 1),
  colour: HUES.length * (HUES.length - 1) ** (COLOURS - 1),
}

/** One check, from the first request to what came of it. */
export class LivenessRun {
  private readonly left: Challenge[]
  private readonly answers: Answer[] = []
  private readings: Reading[] = []
  private asked: { atMs: number; rest: Rest } | undefined
  private blind = 0

  constructor(
    withColour: boolean,
    private readonly draw: Draw = drawByCrypto,
  ) {
    this.left = drawChallenges(withColour, draw)
  }

  /** What to ask now; undefined when all has been asked. */
  get challenge(): Challenge | undefined {
    return this.left[0]
  }

  get progress(): { done: number; of: number } {
    return { done: this.answers.length, of: this.answers.length + this.left.length }
  }

  take(reading: Reading): void {
    this.readings.push(reading)
    if (!this.asked) this.readings = this.readings.filter(({ atMs }) => atMs > reading.atMs - BEFORE_MS)
  }

  /** Who moves already has nothing to answer with: false, and asked again when they hold still. */
  ask(atMs: number): boolean {
    const rest = restOf(this.readings, atMs)
    if (rest) {
      this.asked = { atMs, rest }
      this.readings = []
    }
    return rest !== undefined
  }

  /** What came of it by now; undefined while it may still be answered. */
  judge(nowMs: number): Answer | 'unclear' | undefined {
    const { asked, challenge, readings } = this
    if (!asked || !challenge) return undefined
    const found = judge(challenge, readings, asked.rest, asked.atMs, nowMs)
    if (!found) return undefined
    this.asked = undefined
    this.left.shift()
    if (found === 'unclear') {
      // A face that shows no colour, in a light room, says nothing against anybody.
      this.left.unshift(DRAWN.turn(this.draw))
    } else if (found.answered || longestGap(readings, asked.atMs, nowMs) <= BLIND_MS) {
      this.answers.push(found)
    } else {
      this.askAnew(challenge)
      return 'unclear'
    }
    return found
  }

  outcome(): LivenessCheck {
    if (this.blind > MOST_BLIND) return NOT_MADE
    const isAnswered = this.answers.every(({ answered }) => answered)
    return { outcome: isAnswered ? 'answered' : 'not_answered', answers: [...this.answers] }
  }

  private askAnew({ asked }: Challenge): void {
    this.blind++
    if (this.blind > MOST_BLIND) this.left.length = 0
    else this.left.unshift(DRAWN[KIND_OF[asked]](this.draw))
  }
}

function longestGap(readings: readonly Reading[], fromMs: number, untilMs: number): number {
  const times = [fromMs, ...readings.map(({ atMs }) => atMs), untilMs]
  return Math.max(...times.slice(1).map((atMs, index) => atMs - (times[index] ?? atMs)))
}

/** Any of these, never the same twice running. */
function drawSteps<Step>(steps: readonly Step[], count: number, draw: Draw): Step[] {
  const drawn: Step[] = []
  while (drawn.length < count) {
    const others = steps.filter((step) => step !== drawn.at(-1))
    drawn.push(...others.slice(draw(others.length)).slice(0, 1))
  }
  return drawn
}

function shuffled<One>(all: readonly One[], draw: Draw): One[] {
  const left = [...all]
  return all.flatMap(() => left.splice(draw(left.length), 1))
}
