// @vitest-environment node
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { env, InferenceSession, Tensor } from 'onnxruntime-web'
import { beforeAll, expect, test } from 'vitest'

import type { Neutral, Reading } from './contracts'
import { cropInto, makeCrop, wholePicture, type Picture } from './crop'
import { anchorCentres, decodeFaces, FULL_RANGE, regionOfDetection } from './detection'
import { fitGaze, widened, type Look, type Screen } from './gazePoint'
import type { Point, Region } from './geometry'
import { decodeLandmarks, Landmarks, MESH_SIZE, regionOfLandmarks } from './landmarks'
import { PointTeller, type Work } from './looking'
import { measureStill } from './neutral'
import { FaceReader, type FaceModels, type Model } from './reader'
import { StatementMaker } from './statements'
import { readPicture, TWINS } from './twinPictures'

const MODELS = new URL('../../../models/build/', import.meta.url)
const PICTURES = ['1-calm', '2-turned', '3-company', '4-dim', '5-nobody']
const EVERY_MS = 300
const NEUTRAL_MS = 3000
const LIMIT_DEG = 6
/** The first of what is watched serves as a check. */
const CHECKED = 12
const CHECK = { x: -500, y: 200 }
const DIGITS = 4

interface Answers {
  model: string
  readings: object[]
  landmarks: number[][][]
  neutral: Neutral
  statements: object[]
  gaze: { error: number; mdegPerPx: number; distanceMm: number; statements: object[] }
}

let found: Answers

beforeAll(async () => {
  const models = await loadedModels()
  const pictures = PICTURES.map((name) => readPicture(`${name}.png`))
  const trace = JSON.parse(text(TWINS, 'readings.json')) as Reading[]
  const neutral = await neutralOf(trace)
  found = rounded({
    model: meshVersion(),
    readings: await readingsOf(models, pictures),
    landmarks: await landmarksOfAll(models, pictures),
    neutral,
    statements: statementsOf(trace, neutral),
    gaze: gazeOf(JSON.parse(text(TWINS, 'gaze.json')) as GazeQuestions, neutral),
  })
  if (process.env.RECORD) {
    writeFileSync(new URL('answers.json', TWINS), `${JSON.stringify(found)}\n`)
  }
}, 60_000)

test.each(['model', 'readings', 'landmarks', 'neutral', 'statements', 'gaze'] as const)(
  'the recorded %s are what the browser answers now',
  (part) => {
    const recorded = JSON.parse(text(TWINS, 'answers.json')) as Answers
    expect(near(found[part], recorded[part])).toBe('')
  },
)

/** Where the two differ by more than another processor's arithmetic does; empty when nowhere. */
function near(one: unknown, other: unknown, path = ''): string {
  if (typeof one === 'number' && typeof other === 'number') {
    return Math.abs(one - other) <= 0.002 ? '' : `${path}: ${one}, recorded ${other}`
  }
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) {
    return one === other ? '' : `${path}: ${String(one)}, recorded ${String(other)}`
  }
  const [here, there] = [one, other] as [Record<string, unknown>, Record<string, unknown>]
  const keys = new Set([...Object.keys(here), ...Object.keys(there)])
  for (const key of keys) {
    const difference = near(here[key], there[key], `${path}/${key}`)
    if (difference) return difference
  }
  return ''
}

async function readingsOf(models: FaceModels, pictures: readonly Picture[]): Promise<object[]> {
  const reader = new FaceReader(models)
  const readings = []
  for (const [index, picture] of pictures.entries()) {
    readings.push(await reader.read(picture, index * EVERY_MS))
  }
  return readings
}

/** One after the other: a session answers one question at a time. */
async function landmarksOfAll(models: FaceModels, pictures: readonly Picture[]): Promise<number[][][]> {
  const all = []
  for (const picture of pictures) all.push(await landmarksOf(models, picture))
  return all
}

/** Of everybody in the picture: found by the detector, then followed as in a next frame. */
async function landmarksOf(models: FaceModels, picture: Picture): Promise<number[][]> {
  const crop = makeCrop(FULL_RANGE.size, -1)
  cropInto(crop, picture, wholePicture(picture))
  const outputs = await models.fullRange.run(crop.pixels)
  const [boxes, scores] = [outputs[FULL_RANGE.boxes], outputs[FULL_RANGE.scores]]
  if (!boxes || !scores) throw new Error('The detector does not answer.')
  const { found: faces } = decodeFaces(FULL_RANGE, anchorCentres(FULL_RANGE), boxes, scores, picture)
  const flat = []
  for (const face of faces) {
    const first = await landmarksIn(models, picture, regionOfDetection(face))
    const followed = await landmarksIn(models, picture, regionOfLandmarks(first))
    const points = Array.from({ length: Landmarks.COUNT }, (_, point) => point)
    flat.push(points.flatMap((point) => [followed.x(point), followed.y(point), followed.z(point)]))
  }
  return flat
}

async function landmarksIn(models: FaceModels, picture: Picture, region: Region): Promise<Landmarks> {
  const crop = makeCrop(MESH_SIZE, 0)
  const toPicture = cropInto(crop, picture, region)
  return decodeLandmarks(await models.mesh.run(crop.pixels), models.refined, toPicture)
}

function neutralOf(trace: readonly Reading[]): Promise<Neutral> {
  const feed = (listener: (reading: Reading) => void) => {
    queueMicrotask(() => trace.forEach(listener))
    return () => undefined
  }
  return measureStill(feed, NEUTRAL_MS, () => undefined)
}

function statementsOf(trace: readonly Reading[], neutral: Neutral): object[] {
  const maker = new StatementMaker()
  maker.setNeutral(neutral)
  return [...trace.flatMap((reading) => maker.observe(reading)), ...maker.flush()]
}

interface GazeQuestions {
  screen: Screen
  looks: Look[]
  watched: { reading: Reading; worked: (Point & { kind: Work }) | null }[]
}

function gazeOf({ screen, looks, watched }: GazeQuestions, neutral: Neutral): Answers['gaze'] {
  const fitted = fitGaze(looks, screen)
  if (!fitted) throw new Error('Too few points.')
  const checks = watched.slice(0, CHECKED).map(({ reading }) => ({ reading, point: CHECK, number: 0 }))
  const model = widened(fitted, checks)
  const teller = new PointTeller(model, LIMIT_DEG)
  const maker = new StatementMaker()
  maker.setNeutral(neutral)
  maker.setPoints(teller)
  const statements = watched.flatMap(({ reading, worked }) => {
    const said = maker.observe(reading)
    if (worked) teller.workedAt(worked, worked.kind, reading.atMs)
    return said
  })
  const { error, degPerPx, distanceMm } = model
  return { error, mdegPerPx: degPerPx * 1000, distanceMm, statements: [...statements, ...maker.flush()] }
}

async function loadedModels(): Promise<FaceModels> {
  return {
    shortRange: await loadModel('face_detection_short_range.onnx'),
    fullRange: await loadModel('face_detection_full_range_sparse.onnx'),
    mesh: await loadModel('face_landmark_with_attention.onnx'),
    refined: JSON.parse(text(MODELS, 'refine.json')) as FaceModels['refined'],
    canonical: JSON.parse(text(MODELS, 'face_geometry.json')) as FaceModels['canonical'],
  }
}

/** `runtime.ts` for Node, which finds WebAssembly beside the package by itself. */
async function loadModel(file: string): Promise<Model> {
  env.wasm.numThreads = 1
  const session = await InferenceSession.create(readFileSync(new URL(file, MODELS)))
  const [name = ''] = session.inputNames
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

function meshVersion(): string {
  const entries = JSON.parse(text(MODELS, 'manifest.json')) as { file: string; sha256: string }[]
  const mesh = entries.find(({ file }) => file === 'face_landmark_with_attention.onnx')
  return mesh?.sha256.slice(0, 12) ?? ''
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
