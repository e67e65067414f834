import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm'
import loader from '../../node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.mjs?url'
import binary from '../../node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm?url'

import type { Runtime } from './models'

// The package does not export these two files, and we serve them ourselves: hence the path.
env.wasm.wasmPaths = { mjs: new URL(loader, import.meta.url), wasm: new URL(binary, import.meta.url) }
// Threads would need cross-origin isolation, and the call needs the other cores.
env.wasm.numThreads = 1
env.logLevel = 'error'

/** WebAssembly on one thread. */
export function openSession(file: Uint8Array): Promise<InferenceSession> {
  return InferenceSession.create(file, { executionProviders: ['wasm'], graphOptimizationLevel: 'all' })
}

export const wasmRuntime: Runtime = async (file) => {
  const session = await openSession(file)
  const [name] = session.inputNames
  if (name === undefined) throw new Error('A model without an input.')
  return {
    async run(input) {
      const side = Math.sqrt(input.length / 3)
      const outputs = await session.run({ [name]: new Tensor('float32', input, [1, side, side, 3]) })
      return Object.fromEntries(
        Object.entries(outputs).map(([output, tensor]) => [output, tensor.data as Float32Array]),
      )
    },
  }
}
