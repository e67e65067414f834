import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const COMPRESSIBLE = /\.(js|mjs|css|wasm|svg)$/
const WORTH_BYTES = 1024

/** Writes `file.br` and `file.gz` beside each built file that gains by it; the server hands a browser the smaller
 *  one that it takes. */
export function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    writeBundle({ dir }) {
      const folder = join(dir ?? 'dist', 'assets')
      for (const name of readdirSync(folder).filter((one) => COMPRESSIBLE.test(one))) {
        const content = readFileSync(join(folder, name))
        if (content.length <= WORTH_BYTES) continue
        writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content))
        writeFileSync(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }))
      }
    },
  }
}
