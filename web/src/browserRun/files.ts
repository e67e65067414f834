/** Pyodide's files, from this server. */

import engine from '../../node_modules/pyodide/pyodide.asm.js?url'
import binary from '../../node_modules/pyodide/pyodide.asm.wasm?url'
import loader from '../../node_modules/pyodide/pyodide.js?url'
import library from '../../node_modules/pyodide/python_stdlib.zip?url'

import driver from './driver.py?raw'
import type { Kit } from './messages'
import { ALL_BYTES } from './size'
import worker from './worker.ts?worker&url'

/** The browser keeps them for the next time. Raises `TypeError` where one cannot be had. */
export async function fetchKit(tell: (share: number) => void): Promise<Kit<string, ArrayBuffer>> {
  let arrived = 0
  const count = (bytes: number) => tell(Math.min(1, (arrived += bytes) / ALL_BYTES))
  const text = async (address: string) => new TextDecoder().decode(await fetchBytes(address, count))
  const [workerText, loaderText, engineText, binaryBytes, libraryBytes] = await Promise.all([
    text(worker),
    text(loader),
    text(engine),
    fetchBytes(binary, count),
    fetchBytes(library, count),
  ])
  return {
    worker: workerText,
    loader: loaderText,
    engine: engineText,
    binary: binaryBytes,
    library: libraryBytes,
    driver,
  }
}

async function fetchBytes(address: string, count: (bytes: number) => void): Promise<ArrayBuffer> {
  const answer = await fetch(address)
  if (!answer.ok || !answer.body) throw new TypeError(`${address} cannot be had.`)
  const counted = answer.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        count(chunk.length)
        controller.enqueue(chunk)
      },
    }),
  )
  return new Response(counted).arrayBuffer()
}
