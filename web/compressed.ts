import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const COMPRESSIBLE = /\.(js|mjs|css|wasm|svg)$/
const WORTH_BYTES = 1024

/** Writes `file.gz` beside each built file that gains by it; the server hands it to browsers that take it. */
export function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    writeBundle({ dir }) {
      const folder = join(dir ?? 'dist', 'assets')
      for (const name of readdirSync(folder).filter((one) => COMPRESSIBLE.test(one))) {
        const content = readFileSync(join(folder, name))
        if (content.length > WORTH_BYTES)
          writeFileSync(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }))
      }
    },
  }
}
