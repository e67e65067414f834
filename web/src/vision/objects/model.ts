import { Tensor, type InferenceSession } from 'onnxruntime-web/wasm'

import { fetchBytes, fetchChecked, parseTable, VERSION_DIGITS } from '../models'
import { openSession } from '../runtime'

import { readDescription, type Description, type WrittenDescription } from './description'
import { ObjectDetector, type Ask } from './detector'

/** The detector in use, whoever's it is, lies at these addresses of the model folder. */
const DESCRIPTION = 'objects/description.json'
const MODEL = 'objects/model.onnx'

export interface LoadedDetector {
  detector: ObjectDetector
  name: string
  /** The beginning of the model's hash. */
  version: string
}

/** Fetches the detector in use and makes it ready. Raises `ModelMissing`, or what the runtime raises. */
export async function loadDetector(folder: string): Promise<LoadedDetector> {
  const written = parseTable(await fetchBytes(folder + DESCRIPTION)) as WrittenDescription
  const description = readDescription(written)
  const { name, sha256 } = description
  const session = await openSession(await fetchChecked(folder + MODEL, sha256))
  const detector = new ObjectDetector(description, await askOf(session, description))
  return { detector, name, version: sha256.slice(0, VERSION_DIGITS) }
}

type ToTensor = (pixels: Float32Array, dims: readonly number[]) => Tensor

/** Kinds of number that a model may take. */
const KINDS: readonly ToTensor[] = [
  (pixels, dims) => new Tensor('float32', pixels, dims),
  (pixels, dims) => new Tensor('uint8', new Uint8Array(Uint8ClampedArray.from(pixels).buffer), dims),
  (pixels, dims) => new Tensor('float16', asHalves(pixels), dims),
]

/**
 * The file knows which kind of number it takes and the runtime does not tell, so an empty picture tries them.
 * A first run takes many times as long as the next: it is over with, too.
 */
async function askOf(session: InferenceSession, { input, output }: Description): Promise<Ask> {
  const [width, height] = input.size
  const dims = input.layout === 'nchw' ? [1, 3, height, width] : [1, height, width, 3]
  const refusals: unknown[] = []
  for (const toTensor of KINDS) {
    const ask: Ask = async (pixels) => {
      const outputs = await session.run({ [input.name]: toTensor(pixels, dims) }, [output.name])
      const answer = outputs[output.name]
      if (!answer) throw new Error(`The model has no output ${output.name}.`)
      return { data: answer.data as ArrayLike<number>, dims: answer.dims }
    }
    try {
      await ask(new Float32Array(width * height * 3))
      return ask
    } catch (refusal) {
      refusals.push(refusal)
    }
  }
  throw new AggregateError(refusals, 'The model takes no picture of the described form.')
}

/** Newer than TypeScript's library; where it is absent the runtime has no halves either. */
function asHalves(pixels: Float32Array): Uint16Array {
  const { Float16Array } = globalThis as { Float16Array?: new (from: Float32Array) => Uint16Array }
  if (!Float16Array) throw new Error('This browser has no numbers of 16 bits.')
  return new Float16Array(pixels)
}
