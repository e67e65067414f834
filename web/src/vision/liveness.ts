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
import { judge, type Found } from './livenessAnswers'
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
/** With fewer readings a second, nobody can tell what was done when. */
const LEAST_RATE = 4
/** Kept of what came before a request. */
const BEFORE_MS = 1000

export function drawByCrypto(below: number): number {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1))
  return drawn % below
}

export function drawChallenges(withColour: boolean, draw: Draw = drawByCrypto): Challenge[] {
  const challenges = [
    drawTurn(draw),
    withColour ? { asked: 'colour' as const, hues: drawSteps(HUES, COLOURS, draw) } : drawTurn(draw),
    { asked: 'blink' as const, times: 1 + draw(MOST_CLOSURES) },
    { asked: 'follow_dot' as const, ways: drawSteps(WAYS, DOT_WAYS, draw) },
  ]
  return shuffled(challenges, draw)
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
  private heard = { readings: 0, ms: 0 }

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
    if (!this.asked || !this.challenge) return undefined
    const { atMs, rest } = this.asked
    const found = judge(this.challenge, this.readings, rest, atMs, nowMs)
    if (found) this.close(found, nowMs - atMs)
    return found
  }

  outcome(): LivenessCheck {
    if (this.heard.readings < (this.heard.ms / 1000) * LEAST_RATE) return NOT_MADE
    const isAnswered = this.answers.every(({ answered }) => answered)
    return { outcome: isAnswered ? 'answered' : 'not_answered', answers: [...this.answers] }
  }

  private close(found: Found, tookMs: number): void {
    this.heard.readings += this.readings.length
    this.heard.ms += tookMs
    this.asked = undefined
    this.left.shift()
    // A face that shows no colour, in a light room, says nothing against anybody.
    if (found === 'unclear') this.left.unshift(drawTurn(this.draw))
    else this.answers.push(found)
  }
}

const drawTurn = (draw: Draw): Challenge => ({ asked: draw(2) ? 'turn_left' : 'turn_right' })

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
