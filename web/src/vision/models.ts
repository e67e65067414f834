import type { FaceModels, Model } from './reader'

/** Which file of the model folder is what. */
const FILES = {
  shortRange: 'face_detection_short_range.onnx',
  fullRange: 'face_detection_full_range_sparse.onnx',
  mesh: 'face_landmark_with_attention.onnx',
  refined: 'refine.json',
  canonical: 'face_geometry.json',
} as const

const MANIFEST = 'manifest.json'
export const VERSION_DIGITS = 12

/** A file is absent or is not the one that the manifest names. */
export class ModelMissing extends Error {}

export interface LoadedModels {
  models: FaceModels
  /** The beginning of the landmark model's hash: the same word as the Python twin's. */
  version: string
}

/** Makes a model out of the bytes of its file. */
export type Runtime = (file: Uint8Array) => Promise<Model>

/**
 * Fetches the files of `folder` (an absolute address that ends in a slash), checks each against the manifest
 * and makes the models. Raises `ModelMissing`, or what the runtime raises.
 */
export async function loadModels(folder: string, runtime: Runtime): Promise<LoadedModels> {
  const hashes = await readManifest(folder)
  const get = (file: string) => fetchChecked(folder + file, hashes.get(file))
  const [shortRange, fullRange, mesh, refined, canonical] = await Promise.all([
    get(FILES.shortRange).then(runtime),
    get(FILES.fullRange).then(runtime),
    get(FILES.mesh).then(runtime),
    get(FILES.refined).then(parseTable),
    get(FILES.canonical).then(parseTable),
  ])
  return {
    models: {
      shortRange,
      fullRange,
      mesh,
      refined: refined as FaceModels['refined'],
      canonical: canonical as FaceModels['canonical'],
    },
    version: (hashes.get(FILES.mesh) ?? '').slice(0, VERSION_DIGITS),
  }
}

/** The hash of each file. */
export async function readManifest(folder: string): Promise<Map<string, string>> {
  const entries = parseTable(await fetchBytes(folder + MANIFEST)) as { file: string; sha256: string }[]
  return new Map(entries.map(({ file, sha256 }) => [file, sha256]))
}

export async function fetchChecked(
  address: string,
  expected: string | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await fetchBytes(address)
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const found = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
  if (found !== expected) throw new ModelMissing(`${address} is not the file of the manifest.`)
  return bytes
}

export async function fetchBytes(address: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(address).catch(() => undefined)
  if (!answer?.ok) throw new ModelMissing(`${address} cannot be had.`)
  return new Uint8Array(await answer.arrayBuffer())
}

export function parseTable(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes))
}
