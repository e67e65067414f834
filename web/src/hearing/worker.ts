/** Owns the model and every sample: sound comes in, chances of a voice go out. */

import { ModelMissing } from '@/vision/models'

import { Chunker } from './chunks'
import { SampleClock } from './clock'
import type { FromWorker, Samples, ToWorker } from './messages'
import { loadVoice } from './models'
import { levelOf } from './noise'
import { openVoiceModel } from './runtime'
import { CHUNK, CHUNK_MS, RATE, VoiceReader } from './voice'

interface WorkerPort {
  postMessage(message: FromWorker): void
  addEventListener(type: 'message', listener: (event: MessageEvent<ToWorker>) => void): void
}

interface Chunk {
  samples: Float32Array
  atMs: number
}

// The page's library describes `globalThis` as a window; in here it is a worker.
const port = globalThis as unknown as WorkerPort

/** With a second of sound waiting, a machine is too busy: it is dropped, and a gap is left. */
const MOST_WAITING = RATE / CHUNK

let reader: VoiceReader | undefined
let source: MessagePort | undefined
let waiting: Chunk[] = []
let reading = false
/** From this worker's clock to the page's. */
let clockShiftMs = 0

port.addEventListener('message', ({ data }) => {
  if (data.type === 'load') void load(data.modelsUrl, data.timeOrigin)
  if (data.type === 'hear') hear(data.samples, data.rate)
  if (data.type === 'rest') rest()
})

async function load(folder: string, timeOrigin: number): Promise<void> {
  clockShiftMs = performance.timeOrigin - timeOrigin
  try {
    const { model, version } = await loadVoice(folder, openVoiceModel)
    reader = new VoiceReader(model)
    // A model's first run takes many times as long as the next.
    await reader.read(new Float32Array(CHUNK))
    reader.reset()
    port.postMessage({ type: 'loaded', version })
  } catch (error) {
    fail(error)
  }
}

function hear(samples: MessagePort, rate: number): void {
  rest()
  source = samples
  const chunker = new Chunker(rate)
  const clock = new SampleClock()
  samples.onmessage = ({ data }: MessageEvent<Samples>) => {
    const atMs = clock.at(((data.before + data.samples.length) * 1000) / rate, now())
    const chunks = chunker.take(data.samples)
    for (const [index, chunk] of chunks.entries()) {
      const laterMs = (chunks.length - 1 - index) * CHUNK_MS + chunker.keptMs
      waiting.push({ samples: chunk, atMs: atMs - laterMs })
    }
    void readWaiting()
  }
}

async function readWaiting(): Promise<void> {
  if (!reader || reading) return
  reading = true
  try {
    if (waiting.length > MOST_WAITING) waiting = []
    for (let chunk = waiting.shift(); chunk; chunk = waiting.shift()) await read(reader, chunk)
  } catch (error) {
    fail(error)
  } finally {
    reading = false
  }
}

async function read(reader: VoiceReader, { samples, atMs }: Chunk): Promise<void> {
  const startedMs = performance.now()
  const voice = await reader.read(samples)
  const costMs = performance.now() - startedMs
  port.postMessage({ type: 'heard', heard: { atMs, voice, decibels: levelOf(samples) }, costMs })
}

function rest(): void {
  source?.close()
  source = undefined
  waiting = []
  reader?.reset()
}

function fail(error: unknown): void {
  console.warn('Hearing:', error)
  port.postMessage({
    type: 'failed',
    reason: error instanceof ModelMissing ? 'model_missing' : 'model_failed',
  })
}

function now(): number {
  return performance.now() + clockShiftMs
}
