// @vitest-environment node
import { readFileSync, writeFileSync } from 'node:fs'

import { env, InferenceSession, Tensor } from 'onnxruntime-web'
import { beforeAll, expect, test } from 'vitest'

import type { Sighting } from '../contracts'
import { readPicture, TWINS } from '../twinPictures'

import { readDescription, type WrittenDescription } from './description'
import { ObjectDetector } from './detector'

const MODELS = new URL('../../../../models/build/', import.meta.url)
const ANSWERS = new URL('objects.json', TWINS)
const PICTURES = ['1-calm.png', '3-company.png', '5-nobody.png', 'objects/phone.png']
/** Everything counts here, people too, so that there is more to compare. */
const THRESHOLDS = { phone: 0.2, book: 0.2, device: 0.2 }
const [PIXELS, SCORE] = [0.05, 0.002]

type Answers = Record<string, Sighting[]>

const found: Answers = {}

beforeAll(async () => {
  const detector = await loadedDetector()
  // One after the other: a session answers one question at a time.
  for (const name of PICTURES) found[name] = await detector.detect(readPicture(name))
  if (process.env.RECORD) writeFileSync(ANSWERS, `${JSON.stringify(found, null, 1)}\n`)
}, 60_000)

test.each(PICTURES)('the recorded sightings in %s are what the browser answers now', (name) => {
  const recorded = (JSON.parse(readFileSync(ANSWERS, 'utf8')) as Answers)[name] ?? []
  const now = found[name] ?? []
  expect(now.map(({ label }) => label)).toEqual(recorded.map(({ label }) => label))
  for (const [index, { box, score }] of recorded.entries()) {
    expect(Math.abs((now[index]?.score ?? 0) - score)).toBeLessThan(SCORE)
    expect(Math.abs((now[index]?.box.x ?? 0) - box.x)).toBeLessThan(PIXELS)
    expect(Math.abs((now[index]?.box.height ?? 0) - box.height)).toBeLessThan(PIXELS)
  }
})

test('the phone is seen', () => {
  const things = found['objects/phone.png']?.filter(({ countsAs }) => countsAs === 'phone')
  expect(things?.map(({ label }) => label)).toEqual(['cell phone'])
})

async function loadedDetector(): Promise<ObjectDetector> {
  env.wasm.numThreads = 1
  const written = readFileSync(new URL('object_detection.json', MODELS), 'utf8')
  const described = readDescription(JSON.parse(written) as WrittenDescription)
  const { input, output, labels } = described
  const countsAs = new Map([...labels.map((label) => [label, 'device'] as const), ...described.countsAs])
  const session = await InferenceSession.create(readFileSync(new URL('object_detection.onnx', MODELS)))
  const [width, height] = input.size
  return new ObjectDetector({ ...described, countsAs, thresholds: THRESHOLDS }, async (pixels) => {
    const outputs = await session.run({ [input.name]: new Tensor('float32', pixels, [1, height, width, 3]) })
    const answer = outputs[output.name]
    if (!answer) throw new Error('The detector does not answer.')
    return { data: answer.data as Float32Array, dims: answer.dims }
  })
}
