import type { Landmarks } from './landmarks'

/** The canonical face: vertices in centimetres (x to image right, y up, z to the viewer), and which to fit. */
export interface CanonicalFace {
  vertices: readonly (readonly [number, number, number])[]
  fitted: readonly (readonly [index: number, weight: number])[]
}

/** Degrees. Yaw grows as the nose turns to image right (the person's left), pitch as it rises. */
export interface HeadPose {
  yaw: number
  pitch: number
  roll: number
}

type Vector = readonly [number, number, number]
type Matrix = readonly (readonly number[])[]

const DEGREES = 180 / Math.PI
const SQUARINGS = 12
const AXES = [0, 1, 2] as const
const ORIGIN: Vector = [0, 0, 0]

/**
 * The rotation that takes the canonical face onto the landmarks: weighted Procrustes without perspective, solved
 * as Horn's quaternion (Horn 1987, "Closed-form solution of absolute orientation using unit quaternions").
 */
export function headPose(landmarks: Landmarks, face: CanonicalFace): HeadPose {
  const turn = rotationMatrix(bestQuaternion(covariance(landmarks, face)))
  const at = (row: number, column: number) => turn[row]?.[column] ?? 0
  return {
    yaw: Math.atan2(at(0, 2), at(2, 2)) * DEGREES,
    pitch: Math.asin(Math.min(Math.max(at(1, 2), -1), 1)) * DEGREES,
    roll: Math.atan2(at(1, 0), at(0, 0)) * DEGREES,
  }
}

/** Σ weight · canonical · seenᵀ, both about their weighted means; what is seen has y up and z to the viewer. */
function covariance(landmarks: Landmarks, { vertices, fitted }: CanonicalFace): Matrix {
  const weights = fitted.map(([, weight]) => weight)
  const model = centred(
    fitted.map(([index]) => vertices[index] ?? ORIGIN),
    weights,
  )
  const seen = centred(
    fitted.map(([index]) => [landmarks.x(index), -landmarks.y(index), -landmarks.z(index)] as const),
    weights,
  )
  return AXES.map((row) =>
    AXES.map((column) =>
      weights.reduce((sum, weight, k) => sum + weight * (model[k]?.[row] ?? 0) * (seen[k]?.[column] ?? 0), 0),
    ),
  )
}

function centred(points: readonly Vector[], weights: readonly number[]): number[][] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const means = AXES.map((axis) => points.reduce((sum, point, k) => sum + point[axis] * (weights[k] ?? 0), 0))
  return points.map((point) => AXES.map((axis) => point[axis] - (means[axis] ?? 0) / total))
}

/** The eigenvector of Horn's matrix with the largest eigenvalue, by repeated squaring. */
function bestQuaternion(s: Matrix): number[] {
  const at = (row: number, column: number) => s[row]?.[column] ?? 0
  const [xx, xy, xz] = [at(0, 0), at(0, 1), at(0, 2)]
  const [yx, yy, yz] = [at(1, 0), at(1, 1), at(1, 2)]
  const [zx, zy, zz] = [at(2, 0), at(2, 1), at(2, 2)]
  const horn: Matrix = [
    [xx + yy + zz, yz - zy, zx - xz, xy - yx],
    [yz - zy, xx - yy - zz, xy + yx, zx + xz],
    [zx - xz, xy + yx, yy - xx - zz, yz + zy],
    [xy - yx, zx + xz, yz + zy, zz - xx - yy],
  ]
  // Shifted by its norm, all eigenvalues are positive and the wanted one outgrows the rest.
  const shift = norm(horn)
  let power: Matrix = horn.map((row, i) => row.map((value, j) => value + (i === j ? shift : 0)))
  for (let step = 0; step < SQUARINGS; step++) power = squaredAndScaled(power)
  const strongest = power.reduce((best, row) => (Math.hypot(...row) > Math.hypot(...best) ? row : best))
  const length = Math.hypot(...strongest)
  return strongest.map((value) => value / length)
}

function squaredAndScaled(matrix: Matrix): Matrix {
  const square = matrix.map((row) =>
    row.map((_, column) => row.reduce((sum, value, k) => sum + value * (matrix[k]?.[column] ?? 0), 0)),
  )
  const scale = norm(square)
  return square.map((row) => row.map((value) => value / scale))
}

function norm(matrix: Matrix): number {
  return Math.hypot(...matrix.flat()) || 1
}

function rotationMatrix([w = 1, x = 0, y = 0, z = 0]: readonly number[]): Matrix {
  return [
    [1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)],
    [2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)],
    [2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)],
  ]
}
