// @vitest-environment node
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { env, InferenceSession, Tensor } from 'onnxruntime-web'
import { beforeAll, expect, test } from 'vitest'

import type { Statement } from '@/vision/contracts'

import { Chunker } from './chunks'
import { levelOf } from './noise'
import { SoundStatementMaker, type Heard } from './statements'
import { CHUNK_MS, CONTEXT, CHUNK, RATE, STATE, VoiceReader, type VoiceModel } from './voice'

/** The questions and recorded answers that this twin shares with the Python one; `__init__.py` there says how. */
const TWINS = new URL('../../../bench/hearing/twins/', import.meta.url)
const MODELS = new URL('../../../models/build/', import.meta.url)
const WAV_HEADER = 44
const DIGITS = 4

interface Sights {
  mouth: { open: number; atMs: number }[]
  others: { level: number; atMs: number }[]
}

interface Answers {
  model: string
  heard: Heard[]
  statements: Statement[]
}

let found: Answers

beforeAll(async () => {
  const { samples, rate } = readWav()
  const heard = await heardOf(samples, rate)
  found = rounded({ model: version(), heard, statements: statementsOf(heard) })
  if (process.env.RECORD) writeFileSync(new URL('answers.json', TWINS), `${JSON.stringify(found)}\n`)
}, 60_000)

test('the recorded chances are what the browser answers now', () => {
  const recorded = readAnswers()
  expect(found.model).toBe(recorded.model)
  expect(found.heard).toHaveLength(recorded.heard.length)
  for (const [index, { atMs, voice, decibels }] of recorded.heard.entries()) {
    expect(found.heard[index]?.atMs).toBe(atMs)
    expect(found.heard[index]?.voice).toBeCloseTo(voice, 2)
    expect(found.heard[index]?.decibels).toBeCloseTo(decibels, 1)
  }
})

test('the recorded statements are what the browser states now', () => {
  const plain = ({ confidence, ...rest }: Statement) => ({
    ...rest,
    sure: expect.closeTo(confidence, 2) as number,
  })
  const sure = ({ confidence, ...rest }: Statement) => ({ ...rest, sure: confidence })
  expect(found.statements.map(sure)).toEqual(readAnswers().statements.map(plain))
})

test('the voices are told apart', () => {
  const voices = found.statements.filter(({ observed }) => observed === 'voice')
  expect(new Set(voices.map(({ value }) => value))).toEqual(new Set(['none', 'own', 'other', 'unclear']))
})

function readAnswers(): Answers {
  return JSON.parse(text(TWINS, 'answers.json')) as Answers
}

async function heardOf(samples: Float32Array, rate: number): Promise<Heard[]> {
  const reader = new VoiceReader(await openModel())
  const heard = []
  for (const chunk of new Chunker(rate).take(samples)) {
    const voice = await reader.read(chunk)
    heard.push({ atMs: (heard.length + 1) * CHUNK_MS, voice, decibels: levelOf(chunk) })
  }
  return heard
}

function statementsOf(heard: readonly Heard[]): Statement[] {
  const maker = new SoundStatementMaker()
  const { mouth, others } = JSON.parse(text(TWINS, 'sights.json')) as Sights
  const said = heard.flatMap((one) => {
    while (mouth[0] && mouth[0].atMs <= one.atMs) {
      const sight = mouth.shift()
      if (sight) maker.sawMouth(sight.open, sight.atMs)
    }
    while (others[0] && others[0].atMs <= one.atMs) {
      const other = others.shift()
      if (other) maker.heardOthers(other.level, other.atMs)
    }
    return maker.observe(one)
  })
  return [...said, ...maker.flush()]
}

/** `runtime.ts` for Node, which finds WebAssembly beside the package by itself. */
async function openModel(): Promise<VoiceModel> {
  env.wasm.numThreads = 1
  const session = await InferenceSession.create(readFileSync(new URL('voice_activity.onnx', MODELS)))
  const [chance = '', next = ''] = session.outputNames
  return async (heard, state) => {
    const answer = await session.run({
      input: new Tensor('float32', heard, [1, CONTEXT + CHUNK]),
      state: new Tensor('float32', state, STATE),
      sr: new Tensor('int64', BigInt64Array.of(BigInt(RATE)), []),
    })
    const [found] = answer[chance]?.data as Float32Array
    return { chance: found ?? 0, state: answer[next]?.data as Float32Array }
  }
}

function readWav(): { samples: Float32Array; rate: number } {
  const file = readFileSync(new URL('sound.wav', TWINS))
  const samples = new Float32Array((file.length - WAV_HEADER) / 2)
  for (const k of samples.keys()) samples[k] = file.readInt16LE(WAV_HEADER + k * 2) / 32_768
  return { samples, rate: file.readUInt32LE(24) }
}

function version(): string {
  const entries = JSON.parse(text(MODELS, 'manifest.json')) as { file: string; sha256: string }[]
  return entries.find(({ file }) => file === 'voice_activity.onnx')?.sha256.slice(0, 12) ?? ''
}

function rounded<T>(value: T): T {
  const text = JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'number' ? Number(part.toFixed(DIGITS)) : part,
  )
  return JSON.parse(text) as T
}

function text(folder: URL, file: string): string {
  return readFileSync(fileURLToPath(new URL(file, folder)), 'utf8')
}
