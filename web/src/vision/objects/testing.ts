/** Detectors and sightings as tests want them; not part of the product. */

import type { Sighting } from '../contracts'
import type { Picture } from '../crop'
import type { Box } from '../geometry'

import { readDescription, type Description, type WrittenDescription } from './description'
import { ObjectDetector } from './detector'

const WRITTEN: WrittenDescription = {
  format: 'fairview-detector/1',
  name: 'tiny',
  sha256: '0'.repeat(64),
  input: { name: 'images', layout: 'nchw', size: [160, 96], colour: 'rgb' },
  output: { name: 'boxes', kind: 'rows6' },
  labels: ['person', 'cell phone', 'open book'],
  counts_as: { 'cell phone': 'phone', 'open book': 'book' },
  thresholds: { phone: 0.5, book: 0.5 },
}

interface Changes extends Partial<Omit<WrittenDescription, 'input' | 'output'>> {
  input?: Partial<WrittenDescription['input']>
  output?: Partial<WrittenDescription['output']>
}

export function describe160(changes: Changes = {}): Description {
  return readDescription({
    ...WRITTEN,
    ...changes,
    input: { ...WRITTEN.input, ...changes.input },
    output: { ...WRITTEN.output, ...changes.output },
  })
}

/** What a detector that answers so sees in a picture of this size. */
export function detected(
  rows: readonly number[][],
  changes: Changes = {},
  [width, height]: readonly [number, number] = [160, 96],
): Promise<Sighting[]> {
  const isTurned = changes.output?.kind === 'yolo8'
  const channels = rows[0]?.length ?? 6
  const data = isTurned
    ? Array.from({ length: channels }, (_, channel) => rows.map((row) => row[channel] ?? NaN)).flat()
    : rows.flat()
  const dims = isTurned ? [1, channels, rows.length] : [1, rows.length, channels]
  const detector = new ObjectDetector(describe160(changes), () => Promise.resolve({ data, dims }))
  return detector.detect(makePicture(width, height, () => 0))
}

export function makePicture(
  width: number,
  height: number,
  value: (x: number, y: number, channel: number) => number,
): Picture {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let at = 0; at < data.length; at++) {
    const pixel = at >> 2
    data[at] = at % 4 === 3 ? 255 : value(pixel % width, Math.floor(pixel / width), at % 4)
  }
  return { data, width, height }
}

export function makePhone(x = 100, score = 0.4): Sighting {
  return { label: 'cell phone', countsAs: 'phone', score, box: { x, y: 100, width: 40, height: 80 } }
}

export const FACE: Box = { x: 150, y: 60, width: 100, height: 120 }
