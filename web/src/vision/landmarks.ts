import { regionAround, transform, type Affine, type Box, type Point, type Region } from './geometry'

/** 468 points of the face and 5 of each iris: x, y in picture pixels, z in the same unit (smaller = nearer). */
export class Landmarks {
  static readonly COUNT = 478
  private readonly numbers = new Float32Array(Landmarks.COUNT * 3)

  x(point: number): number {
    return this.numbers[point * 3] ?? NaN
  }

  y(point: number): number {
    return this.numbers[point * 3 + 1] ?? NaN
  }

  z(point: number): number {
    return this.numbers[point * 3 + 2] ?? NaN
  }

  at(point: number): Point {
    return { x: this.x(point), y: this.y(point) }
  }

  place(point: number, { x, y }: Point): void {
    this.numbers[point * 3] = x
    this.numbers[point * 3 + 1] = y
  }

  lift(point: number, z: number): void {
    this.numbers[point * 3 + 2] = z
  }

  box(): Box {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
    for (let point = 0; point < Landmarks.COUNT; point++) {
      left = Math.min(left, this.x(point))
      right = Math.max(right, this.x(point))
      top = Math.min(top, this.y(point))
      bottom = Math.max(bottom, this.y(point))
    }
    return { x: left, y: top, width: right - left, height: bottom - top }
  }
}

/** Which points of the mesh each refining output of the model replaces. */
export type RefinedPoints = Readonly<Record<string, readonly number[]>>

export const MESH_SIZE = 192
export const FACE_FLAG = 'conv_faceflag'

const MESH_OUTPUT = 'output_mesh_identity'
const MESH_POINTS = 468
const IRIS_OUTPUTS = { output_left_iris: 468, output_right_iris: 473 }
const IRIS_POINTS = 5
/** Outer corners of the eyes, image left first. */
const OUTER_CORNERS = [33, 263] as const
const TRACKING_MARGIN = 1.5

type Outputs = Readonly<Record<string, Float32Array>>

/** The attention model's numbers, from crop pixels to the picture. Raises when an output is missing. */
export function decodeLandmarks(outputs: Outputs, refined: RefinedPoints, toPicture: Affine): Landmarks {
  const landmarks = new Landmarks()
  const place = (output: string, points: readonly number[], stride: number) => {
    const numbers = outputs[output]
    if (!numbers) throw new Error(`The landmark model has no output ${output}.`)
    points.forEach((point, index) => {
      const [u, v] = [numbers[index * stride] ?? NaN, numbers[index * stride + 1] ?? NaN]
      landmarks.place(point, transform(toPicture, u, v))
    })
    return numbers
  }
  const scale = Math.hypot(toPicture.a, toPicture.d)
  const mesh = place(MESH_OUTPUT, range(0, MESH_POINTS), 3)
  for (let point = 0; point < MESH_POINTS; point++) landmarks.lift(point, (mesh[point * 3 + 2] ?? 0) * scale)
  for (const [part, points] of Object.entries(refined)) place(`output_${part}`, points, 2)
  for (const [output, first] of Object.entries(IRIS_OUTPUTS)) place(output, range(first, IRIS_POINTS), 2)
  return landmarks
}

/** Where the same face will be in the next frame. */
export function regionOfLandmarks(landmarks: Landmarks): Region {
  const [left, right] = OUTER_CORNERS
  return regionAround(landmarks.box(), landmarks.at(left), landmarks.at(right), TRACKING_MARGIN)
}

function range(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => first + index)
}
