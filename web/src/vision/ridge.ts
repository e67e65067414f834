/** Ridge regression to two numbers, with what is needed to say how far a case lies from those it was fitted to. */

import { mean } from './geometry'

export interface Ridge {
  /** The mean of the cases that it was fitted to. */
  usual: number[]
  /** The mean of what was wanted of them. */
  middle: [number, number]
  /** One pair for each feature. */
  weights: [number, number][]
  /** Inverse of the features' scatter, row by row. */
  spread: number[]
}

export function fitRidge(
  seen: readonly number[][],
  wanted: readonly [number, number][],
  penalty: number,
): Ridge {
  const size = seen[0]?.length ?? 0
  const usual = Array.from({ length: size }, (_, feature) => mean(seen.map((one) => one[feature] ?? 0)))
  const middle: [number, number] = [mean(wanted.map(([x]) => x)), mean(wanted.map(([, y]) => y))]
  const offsets = seen.map((one) => one.map((value, feature) => value - (usual[feature] ?? 0)))
  const scatter = new Array<number>(size * size).fill(0)
  const together = Array.from({ length: size }, (): [number, number] => [0, 0])
  offsets.forEach((offset, index) => {
    const [x, y] = wanted[index] ?? [0, 0]
    for (let row = 0; row < size; row++) {
      const value = offset[row] ?? 0
      const pair = together[row] ?? [0, 0]
      pair[0] += value * (x - middle[0])
      pair[1] += value * (y - middle[1])
      for (let column = 0; column < size; column++) {
        scatter[row * size + column] = (scatter[row * size + column] ?? 0) + value * (offset[column] ?? 0)
      }
    }
  })
  for (let row = 0; row < size; row++) scatter[row * (size + 1)] = (scatter[row * (size + 1)] ?? 0) + penalty
  const spread = inverse(scatter, size)
  const weights = Array.from({ length: size }, (_, row): [number, number] => [
    dotRow(spread, row, together, 0),
    dotRow(spread, row, together, 1),
  ])
  return { usual, middle, weights, spread }
}

export function tell({ usual, middle, weights }: Ridge, seen: readonly number[]): [number, number] {
  let [x, y] = middle
  seen.forEach((value, feature) => {
    const offset = value - (usual[feature] ?? 0)
    const [toX, toY] = weights[feature] ?? [0, 0]
    x += offset * toX
    y += offset * toY
  })
  return [x, y]
}

/** By how much the error grows, this far from what was fitted to; `growth` is how much is made of it. */
export function reachOf({ usual, spread }: Ridge, seen: readonly number[], growth: number): number {
  const size = usual.length
  const offset = seen.map((value, feature) => value - (usual[feature] ?? 0))
  let far = 0
  for (let row = 0; row < size; row++) {
    let sum = 0
    for (let column = 0; column < size; column++) {
      sum += (spread[row * size + column] ?? 0) * (offset[column] ?? 0)
    }
    far += sum * (offset[row] ?? 0)
  }
  return Math.sqrt(1 + growth * far)
}

function dotRow(
  matrix: readonly number[],
  row: number,
  pairs: readonly [number, number][],
  side: 0 | 1,
): number {
  return pairs.reduce((sum, pair, column) => sum + (matrix[row * pairs.length + column] ?? 0) * pair[side], 0)
}

/** Of a symmetric positive matrix, by Gauss and Jordan without pivots: its own are never zero. */
function inverse(matrix: readonly number[], size: number): number[] {
  const left = matrix.slice()
  const right = new Array<number>(size * size).fill(0)
  for (let row = 0; row < size; row++) right[row * (size + 1)] = 1
  for (let pivot = 0; pivot < size; pivot++) {
    const scale = 1 / (left[pivot * (size + 1)] ?? 1)
    for (let column = 0; column < size; column++) {
      left[pivot * size + column] = (left[pivot * size + column] ?? 0) * scale
      right[pivot * size + column] = (right[pivot * size + column] ?? 0) * scale
    }
    for (let row = 0; row < size; row++) {
      const factor = left[row * size + pivot] ?? 0
      if (row === pivot || factor === 0) continue
      for (let column = 0; column < size; column++) {
        const at = row * size + column
        left[at] = (left[at] ?? 0) - factor * (left[pivot * size + column] ?? 0)
        right[at] = (right[at] ?? 0) - factor * (right[pivot * size + column] ?? 0)
      }
    }
  }
  return right
}
