/** What a model answers, as boxes of the picture. */

import { clamp, sigmoid, type Box } from '../geometry'

import type { Description } from './description'
import type { Placed } from './placing'

const ROUNDING = 0.001

export interface Answer {
  data: ArrayLike<number>
  dims: readonly number[]
}

/** One box in pixels of the input. `label` is its place among the labels. */
export interface Found {
  left: number
  top: number
  right: number
  bottom: number
  score: number
  label: number
}

/** Raises an error for an answer of another form than described. */
export function decoded(answer: Answer, description: Description): Found[] {
  const { name, kind } = description.output
  const numbers = numbersOf(answer, description)
  const [, second = 0, third = 0] = answer.dims
  return Array.from({ length: kind === 'yolo8' ? third : second }, (_, row) => {
    const at = (channel: number) => numbers(row, channel)
    const { score, label } = judged(at, description)
    if (!(score >= -ROUNDING && score <= 1 + ROUNDING)) {
      throw new Error(`The output ${name} gives the score ${score}.`)
    }
    return { ...corners(at, description), score, label }
  })
}

type Row = (channel: number) => number

function numbersOf({ data, dims }: Answer, { output, labels }: Description) {
  const channels = { rows6: 6, yolo8: 4 + labels.length, yolo5: 5 + labels.length }[output.kind]
  const [first, second = 0, third = 0] = dims
  const found = output.kind === 'yolo8' ? second : third
  if (dims.length !== 3 || first !== 1 || found !== channels) {
    throw new Error(`The output ${output.name} has the shape ${dims.join(' × ')}: no ${output.kind}.`)
  }
  for (let at = 0; at < data.length; at++) {
    if (!Number.isFinite(data[at])) throw new Error(`The output ${output.name} is not finite.`)
  }
  return output.kind === 'yolo8'
    ? (row: number, channel: number) => data[channel * third + row] ?? NaN
    : (row: number, channel: number) => data[row * third + channel] ?? NaN
}

function judged(at: Row, { output, labels }: Description): { score: number; label: number } {
  const share = (channel: number) => (output.scores === 'logit' ? sigmoid(at(channel)) : at(channel))
  if (output.kind === 'rows6') {
    const label = Math.trunc(at(5))
    if (!(label >= 0 && label < labels.length)) {
      throw new Error(`The output ${output.name} gives the class ${label} of ${labels.length}.`)
    }
    return { score: share(4), label }
  }
  const [first, whole] = output.kind === 'yolo8' ? [4, 1] : [5, share(4)]
  const best = { score: -Infinity, label: 0 }
  for (let label = 0; label < labels.length; label++) {
    const score = whole * share(first + label)
    if (score > best.score) Object.assign(best, { score, label })
  }
  return best
}

function corners(at: Row, { input, output }: Description): Omit<Found, 'score' | 'label'> {
  const [across, down] = output.units === 'share' ? input.size : [1, 1]
  const [one, two, three, four] = [at(0) * across, at(1) * down, at(2) * across, at(3) * down]
  return output.box === 'centre'
    ? { left: one - three / 2, top: two - four / 2, right: one + three / 2, bottom: two + four / 2 }
    : { left: one, top: two, right: three, bottom: four }
}

export function takenBack(found: Found, placed: Placed, width: number, height: number): Box {
  const left = clamp((found.left - placed.left) / placed.across, 0, width)
  const right = clamp((found.right - placed.left) / placed.across, 0, width)
  const top = clamp((found.top - placed.top) / placed.down, 0, height)
  const bottom = clamp((found.bottom - placed.top) / placed.down, 0, height)
  return { x: left, y: top, width: right - left, height: bottom - top }
}
