import { Tensor } from 'onnxruntime-web/wasm'

import { openSession } from '@/vision/runtime'

import { CONTEXT, CHUNK, RATE, STATE, type VoiceModel } from './voice'

/** WebAssembly on one thread. */
export async function openVoiceModel(file: Uint8Array): Promise<VoiceModel> {
  const session = await openSession(file)
  const rate = new Tensor('int64', BigInt64Array.of(BigInt(RATE)), [])
  const [chance = '', next = ''] = session.outputNames
  return async (heard, state) => {
    const answer = await session.run({
      input: new Tensor('float32', heard, [1, CONTEXT + CHUNK]),
      state: new Tensor('float32', state, STATE),
      sr: rate,
    })
    const [found] = answer[chance]?.data as Float32Array
    return { chance: found ?? 0, state: answer[next]?.data as Float32Array }
  }
}
