import { createHash } from 'node:crypto'

import { expect, test, vi } from 'vitest'

import { loadModels, ModelMissing } from './models'

const NAMES = [
  'face_detection_short_range.onnx',
  'face_detection_full_range_sparse.onnx',
  'face_landmark_with_attention.onnx',
]
const TABLES = { 'refine.json': '{"lips":[1]}', 'face_geometry.json': '{"vertices":[],"fitted":[]}' }
const FILES: Record<string, string> = { ...Object.fromEntries(NAMES.map((name) => [name, name])), ...TABLES }

function serve(files: Record<string, string>): void {
  const manifest = Object.entries(FILES).map(([file, text]) => ({
    file,
    sha256: createHash('sha256').update(text).digest('hex'),
  }))
  vi.stubGlobal('fetch', (address: string) => {
    const file = address.slice('http://here/models/'.length)
    const text = file === 'manifest.json' ? JSON.stringify(manifest) : files[file]
    return Promise.resolve(new Response(text ?? null, { status: text === undefined ? 404 : 200 }))
  })
}

const runtime = (file: Uint8Array) =>
  Promise.resolve({ run: () => Promise.resolve({ [new TextDecoder().decode(file)]: new Float32Array() }) })

test('each file of the manifest becomes what it is for; the version is the landmark model’s', async () => {
  serve(FILES)
  const { models, version } = await loadModels('http://here/models/', runtime)
  expect(Object.keys(await models.mesh.run(new Float32Array()))).toEqual([
    'face_landmark_with_attention.onnx',
  ])
  expect(models.refined).toEqual({ lips: [1] })
  expect(version).toBe(
    createHash('sha256').update('face_landmark_with_attention.onnx').digest('hex').slice(0, 12),
  )
})

test.each([
  ['absent', undefined],
  ['another', 'something else'],
])('a file that is %s is refused', async (_, text) => {
  const { 'refine.json': refined, ...rest } = FILES
  serve(text === undefined ? rest : { ...rest, 'refine.json': `${refined ?? ''}${text}` })
  await expect(loadModels('http://here/models/', runtime)).rejects.toBeInstanceOf(ModelMissing)
})
