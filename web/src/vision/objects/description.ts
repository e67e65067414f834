/** A detector in words, as the server checked them: the twin of `detectors/description.py`, which tells more. */

import type { Sighting } from '../contracts'

type Thing = Sighting['countsAs']

/** A channel of 0..255 becomes (value × `scale` − `mean`) / `std`. */
export interface PictureInput {
  name: string
  layout: 'nchw' | 'nhwc'
  /** Width and height in pixels. */
  size: readonly [number, number]
  colour: 'rgb' | 'bgr'
  scale: number
  mean: readonly [number, number, number]
  std: readonly [number, number, number]
  resize: 'stretch' | 'letterbox'
}

/** rows6: [1, N, 6], yolo8: [1, 4 + C, N], yolo5: [1, N, 5 + C]. */
interface Output {
  name: string
  kind: 'rows6' | 'yolo8' | 'yolo5'
  box: 'corners' | 'centre'
  units: 'pixels' | 'share'
  scores: 'probability' | 'logit'
}

export interface Description {
  name: string
  sha256: string
  input: PictureInput
  output: Output
  /** In the order of the model's channels. */
  labels: readonly string[]
  /** Which labels are noted, and as what; the others are left alone. */
  countsAs: ReadonlyMap<string, Thing>
  thresholds: Readonly<Partial<Record<Thing, number>>>
  /** Of two boxes of one label that share more than this, the surer one stays. */
  overlap: number
}

type Left<T, Optional extends keyof T> = Omit<T, Optional> & Partial<Pick<T, Optional>>

/** As written, where what has a default may be left out. */
export interface WrittenDescription {
  format: string
  name: string
  sha256: string
  input: Left<PictureInput, 'scale' | 'mean' | 'std' | 'resize'>
  output: Left<Output, 'box' | 'units' | 'scores'>
  labels: readonly string[]
  counts_as: Record<string, Thing>
  thresholds: Partial<Record<Thing, number>>
  overlap?: number
}

const FORMAT = 'fairview-detector/1'

/** Raises an error for a description of another time. */
export function readDescription(written: WrittenDescription): Description {
  const { format, name, sha256, input, output, labels, thresholds, overlap = 0.5 } = written
  if (format !== FORMAT) throw new Error(`A description in ${format}, not in ${FORMAT}.`)
  const box = output.kind === 'rows6' ? 'corners' : 'centre'
  return {
    ...{ name, sha256, labels, thresholds, overlap },
    countsAs: new Map(Object.entries(written.counts_as)),
    input: { scale: 1, mean: [0, 0, 0], std: [1, 1, 1], resize: 'stretch', ...input },
    output: { box, units: 'pixels', scores: 'probability', ...output },
  }
}
