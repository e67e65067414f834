/** Notes in the log when a participant's own camera or microphone is switched, lost or found again. */

import type { EvidenceQueue } from '@/live/contracts'
import { note } from '@/live/note'
import type { LocalMedia, LocalMediaState } from '@/media/contracts'

interface Seen {
  microphone: boolean
  camera: boolean
  lost: boolean
}

export function noteMedia(local: LocalMedia, queue: EvidenceQueue): () => void {
  let before = seenIn(local.state)
  return local.onState((state) => {
    const now = seenIn(state)
    if (now.microphone === before.microphone && now.camera === before.camera && now.lost === before.lost)
      return
    const reason = now.lost === before.lost ? 'person' : now.lost ? 'device_lost' : 'device_found'
    before = now
    const { microphone, camera } = now
    note(queue, { kind: 'rooms.media_changed', microphone, camera, reason })
  })
}

function seenIn(state: LocalMediaState): Seen {
  const { stream, cameraOn, microphoneOn, cameraProblem, microphoneProblem } = state
  return {
    microphone: microphoneOn && stream.getAudioTracks().length > 0,
    camera: cameraOn && stream.getVideoTracks().length > 0,
    lost: cameraProblem === 'lost' || microphoneProblem === 'lost',
  }
}
