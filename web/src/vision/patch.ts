/**
 * An eye as a few grey cells, in the same place whatever way the head is: what the regression of gaze reads.
 * Landmarks say little of looks up and down, since lids hide most of an iris's way; how much of it is hidden
 * shows in the cells.
 */

import type { Picture } from './crop'
import { mean, type Point } from './geometry'
import { lightAt } from './light'

const COLUMNS = 9
const ROWS = 5
/** Points along each side of a cell that its grey is the mean of. */
const POINTS = 3
/** Eye widths: a cell's sides, and from the middle between the corners down to the middle of the cells. */
const CELL_WIDTH = 0.125
const CELL_HEIGHT = 0.13
const LOWERED = 0.005
/** An eye without contrast is no eye: grey levels. */
const LEAST_SPREAD = 1

/** Row by row, with mean 0 and standard deviation 1; `left` and `right` are the corners in the picture. */
export function eyePatch(picture: Picture, left: Point, right: Point): number[] {
  const across = { x: right.x - left.x, y: right.y - left.y }
  const down = { x: -across.y, y: across.x }
  const middle = {
    x: (left.x + right.x) / 2 + LOWERED * down.x,
    y: (left.y + right.y) / 2 + LOWERED * down.y,
  }
  const cells = new Array<number>(COLUMNS * ROWS).fill(0)
  for (let row = 0; row < ROWS * POINTS; row++) {
    const v = stepAt(row, ROWS, CELL_HEIGHT)
    for (let column = 0; column < COLUMNS * POINTS; column++) {
      const u = stepAt(column, COLUMNS, CELL_WIDTH)
      const light = lightAt(
        picture,
        middle.x + u * across.x + v * down.x,
        middle.y + u * across.y + v * down.y,
      )
      const cell = Math.floor(row / POINTS) * COLUMNS + Math.floor(column / POINTS)
      cells[cell] = (cells[cell] ?? 0) + light / POINTS ** 2
    }
  }
  const grey = mean(cells)
  const spread = Math.max(Math.sqrt(mean(cells.map((cell) => (cell - grey) ** 2))), LEAST_SPREAD)
  return cells.map((cell) => (cell - grey) / spread)
}

/** Where a point lies along one side, about its middle. */
function stepAt(index: number, cells: number, size: number): number {
  return ((index - (cells * POINTS - 1) / 2) * size) / POINTS
}
