import { expect, test } from 'vitest'

import type { Picture } from './crop'
import { FACE_FLAG } from './landmarks'
import { FaceReader, type FaceModels, type Model } from './reader'

/** People stand at these places of the picture; the models see them as flat squares. */
interface Person {
  x: number
  size: number
}

const PICTURE: Picture = { data: new Uint8ClampedArray(640 * 640 * 4), width: 640, height: 640 }

/** Brightens the squares where people stand, so that a crop shows whether it has someone in its middle. */
function stand(people: readonly Person[]): void {
  PICTURE.data.fill(0)
  for (const { x, size } of people) {
    for (let row = 320 - size / 2; row < 320 + size / 2; row++) {
      PICTURE.data.fill(200, (row * 640 + x - size / 2) * 4, (row * 640 + x + size / 2) * 4)
    }
  }
}

function detector(
  people: () => readonly Person[],
  cells: number,
  perCell: number,
  names: [string, string],
): Model {
  const size = cells * (cells === 48 ? 4 : 8)
  return {
    run() {
      const boxes = new Float32Array(cells * cells * perCell * 16 + 384 * 16)
      const logits = new Float32Array(cells * cells * perCell + 384).fill(-20)
      for (const person of people()) {
        const anchor = (Math.floor(cells / 2) * cells + Math.floor((person.x / 640) * cells)) * perCell
        const width = (person.size / 640) * size
        boxes.set([0, 0, width, width, -2, 0, 2, 0], anchor * 16)
        logits[anchor] = 5
      }
      return Promise.resolve({ [names[0]]: boxes, [names[1]]: logits })
    },
  }
}

/** Every point on a ring in the middle of the crop, when there is something bright in it. */
const mesh: Model = {
  run(pixels) {
    const ring = (count: number, stride: number) =>
      Float32Array.from({ length: count * stride }, (_, at) => {
        const turn = (2 * Math.PI * Math.floor(at / stride)) / count
        return at % stride === 0 ? 96 + 60 * Math.cos(turn) : at % stride === 1 ? 96 + 60 * Math.sin(turn) : 0
      })
    const bright = (pixels[(96 * 192 + 96) * 3] ?? 0) > 0.5
    return Promise.resolve({
      output_mesh_identity: ring(468, 3),
      output_left_iris: ring(5, 2),
      output_right_iris: ring(5, 2),
      [FACE_FLAG]: Float32Array.of(bright ? 8 : -8),
    })
  },
}

function setUp(near: Person[], everyone: Person[] = near) {
  const calls = { near: 0, everyone: 0 }
  const scene = { near, everyone }
  const shortRange = detector(() => (calls.near++, scene.near), 16, 2, ['regressors', 'classificators'])
  const fullRange = detector(() => (calls.everyone++, scene.everyone), 48, 1, ['Identity', 'Identity_1'])
  const canonical = { vertices: Array.from({ length: 468 }, () => [0, 0, 0] as const), fitted: [] }
  const models: FaceModels = { shortRange, fullRange, mesh, refined: {}, canonical }
  stand(everyone)
  return { reader: new FaceReader(models), scene, calls }
}

const CANDIDATE = { x: 320, size: 200 }
const VISITOR = { x: 560, size: 80 }

test('a face is searched for once and then followed', async () => {
  const { reader, calls } = setUp([CANDIDATE])
  for (let atMs = 0; atMs < 400; atMs += 100) {
    const seen = await reader.read(PICTURE, atMs)
    expect(seen.faces).toBe(1)
    expect(seen.face?.score).toBeGreaterThan(0.99)
  }
  expect(calls).toEqual({ near: 1, everyone: 1 })
})

test('someone at the side is counted, and counted again at once to be sure', async () => {
  const { reader, scene } = setUp([CANDIDATE])
  await reader.read(PICTURE, 0)
  scene.everyone = [CANDIDATE, VISITOR]
  stand(scene.everyone)
  const seen = []
  for (const atMs of [300, 500, 600, 700]) seen.push(await reader.read(PICTURE, atMs))
  expect(seen.map(({ faces, counted }) => [faces, counted])).toEqual([
    [1, false],
    [2, true],
    [2, true],
    [2, false],
  ])
  expect(seen[1]?.othersScore).toBeGreaterThan(0.99)
})

test('a box without a face in it does not count', async () => {
  const { reader } = setUp([CANDIDATE], [CANDIDATE, VISITOR])
  stand([CANDIDATE])
  expect((await reader.read(PICTURE, 0)).faces).toBe(1)
})

test('an empty chair is nobody, and a return is noticed in the same frame', async () => {
  const { reader, scene } = setUp([CANDIDATE])
  await reader.read(PICTURE, 0)
  scene.near = scene.everyone = []
  stand([])
  const empty = await reader.read(PICTURE, 100)
  expect(empty).toMatchObject({ faces: 0 })
  expect(empty.face).toBeUndefined()
  expect(empty.missed).toBeLessThan(0.01)
  scene.near = scene.everyone = [CANDIDATE]
  stand([CANDIDATE])
  expect((await reader.read(PICTURE, 200)).faces).toBe(1)
})

test('a face too far for the near detector is found by the other', async () => {
  const { reader } = setUp([], [VISITOR])
  expect((await reader.read(PICTURE, 0)).faces).toBe(1)
})
