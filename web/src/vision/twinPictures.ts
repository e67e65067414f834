/** Pictures that both twins are asked about; for tests in Node, not part of the product. */

import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'

import type { Picture } from './crop'

/** The questions and recorded answers that this twin shares with the Python one; `__init__.py` there says how. */
export const TWINS = new URL('../../../bench/vision/twins/', import.meta.url)

/** An RGB PNG whose rows have no filter. */
export function readPicture(file: string): Picture {
  const packed = readFileSync(new URL(file, TWINS))
  const [width, height] = [packed.readUInt32BE(16), packed.readUInt32BE(20)]
  const parts: Buffer[] = []
  for (let at = 8; at < packed.length; at += packed.readUInt32BE(at) + 12) {
    if (packed.toString('latin1', at + 4, at + 8) === 'IDAT') {
      parts.push(packed.subarray(at + 8, at + 8 + packed.readUInt32BE(at)))
    }
  }
  const rows = inflateSync(Buffer.concat(parts))
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let y = 0; y < height; y++) {
    const row = rows.subarray(y * (width * 3 + 1), (y + 1) * (width * 3 + 1))
    if (row[0]) throw new Error(`${file} has filtered rows.`)
    for (let x = 0; x < width; x++) data.set(row.subarray(1 + x * 3, 4 + x * 3), (y * width + x) * 4)
  }
  return { data, width, height }
}
