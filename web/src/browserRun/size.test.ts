import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

import { ALL_BYTES, ON_THE_WAY_MB } from './size'

const read = (name: string) => readFileSync(`node_modules/pyodide/${name}`)
const packed = ['pyodide.js', 'pyodide.asm.js', 'pyodide.asm.wasm'].map(read)
const zipped = read('python_stdlib.zip')

const sum = (files: Uint8Array[]) => files.reduce((bytes, { length }) => bytes + length, 0)

test('people are told how large Python is', () => {
  expect(sum([...packed, zipped]) / ALL_BYTES).toBeCloseTo(1, 2)
  const onTheWay = sum([...packed.map((file) => gzipSync(file, { level: 9 })), zipped])
  expect(onTheWay / 1e6).toBeCloseTo(ON_THE_WAY_MB, 0)
})
