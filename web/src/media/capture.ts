/** Asks the browser for camera and microphone, and puts a name to what goes wrong. */

import type { MediaProblem } from './contracts'

export type Kind = 'camera' | 'microphone'

export type Captured = { track: MediaStreamTrack } | { problem: MediaProblem }

/** Undefined for a device that is not wanted; otherwise the id of the one preferred, or required. */
export type Wish = Partial<Record<Kind, { deviceId?: string; only?: boolean }>>

const CAMERA: MediaTrackConstraints = {
  width: { ideal: 640 },
  height: { ideal: 480 },
  frameRate: { ideal: 30 },
}
const MICROPHONE: MediaTrackConstraints = {
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
}

const PROBLEMS: Record<string, MediaProblem> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'not_found',
  OverconstrainedError: 'not_found',
  NotReadableError: 'in_use',
  AbortError: 'in_use',
  TypeError: 'unsupported',
}

/** Both together, so that the person is asked once; if that fails each alone, so that one missing does not cost the other. */
export async function capture(wish: Wish): Promise<Partial<Record<Kind, Captured>>> {
  const kinds = (['camera', 'microphone'] as const).filter((kind) => wish[kind])
  const problem = absence()
  if (problem) return Object.fromEntries(kinds.map((kind) => [kind, { problem }]))
  if (kinds.length === 2) {
    try {
      return tracksOf(await navigator.mediaDevices.getUserMedia(constraints(wish)))
    } catch {
      // Which of the two it was shows when each is asked for alone.
    }
  }
  const captured: Partial<Record<Kind, Captured>> = {}
  for (const kind of kinds) captured[kind] = await captureOne(kind, wish)
  return captured
}

async function captureOne(kind: Kind, wish: Wish): Promise<Captured> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia(constraints({ [kind]: wish[kind] }))
    return tracksOf(stream)[kind] ?? { problem: 'failed' }
  } catch (error) {
    return { problem: problemOf(error) }
  }
}

/** By name alone: not every browser derives an `OverconstrainedError` from `Error`. */
function problemOf(error: unknown): MediaProblem {
  const name = typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : ''
  return PROBLEMS[name] ?? 'failed'
}

function absence(): MediaProblem | undefined {
  if (!window.isSecureContext) return 'insecure'
  // Typed as always there, but missing where a browser has no WebRTC.
  return (navigator.mediaDevices as MediaDevices | undefined) ? undefined : 'unsupported'
}

function tracksOf(stream: MediaStream): Partial<Record<Kind, Captured>> {
  const [camera] = stream.getVideoTracks()
  const [microphone] = stream.getAudioTracks()
  return {
    ...(camera && { camera: { track: camera } }),
    ...(microphone && { microphone: { track: microphone } }),
  }
}

function constraints({ camera, microphone }: Wish): MediaStreamConstraints {
  return {
    video: camera ? { ...CAMERA, ...device(camera) } : false,
    audio: microphone ? { ...MICROPHONE, ...device(microphone) } : false,
  }
}

function device({ deviceId, only }: { deviceId?: string; only?: boolean }): MediaTrackConstraints {
  if (!deviceId) return {}
  return { deviceId: only ? { exact: deviceId } : { ideal: deviceId } }
}
