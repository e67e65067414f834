import { fetchChecked, readManifest, VERSION_DIGITS } from '@/vision/models'

import type { VoiceModel } from './voice'

const FILE = 'voice_activity.onnx'

export interface LoadedVoice {
  model: VoiceModel
  /** The beginning of the file's hash: the same word as the Python twin's. */
  version: string
}

/**
 * Fetches the model from `folder` (an absolute address that ends in a slash), checks it against the manifest and
 * opens it. Raises `ModelMissing`, or what the runtime raises.
 */
export async function loadVoice(
  folder: string,
  open: (file: Uint8Array) => Promise<VoiceModel>,
): Promise<LoadedVoice> {
  const hashes = await readManifest(folder)
  const model = await open(await fetchChecked(folder + FILE, hashes.get(FILE)))
  return { model, version: (hashes.get(FILE) ?? '').slice(0, VERSION_DIGITS) }
}
