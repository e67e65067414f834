import { useEffect, useState } from 'react'

import type { LocalMedia } from '@/media/contracts'

/** `heard` stays: who spoke once need not go on speaking. */
export type Voice = 'waiting' | 'heard' | 'silent'

/** Speech at arm's length is well above it, a room that is quiet below. */
const VOICE_LEVEL = 0.25
/** So long a microphone that gives nothing is taken for off. */
const SILENT_AFTER_MS = 8000

/** How loud the microphone is now, and whether a voice has come out of this one. */
export function useLoudness(
  media: LocalMedia,
  microphone: MediaStreamTrack | undefined,
): { level: number; voice: Voice } {
  const [level, setLevel] = useState(0)
  const [told, setTold] = useState<{ of: MediaStreamTrack | undefined; voice: Voice }>()
  useEffect(() => {
    const patience = setTimeout(() => setTold({ of: microphone, voice: 'silent' }), SILENT_AFTER_MS)
    let isHeard = false
    const stop = media.onLevel((now) => {
      setLevel(now)
      if (isHeard || now < VOICE_LEVEL) return
      isHeard = true
      clearTimeout(patience)
      setTold({ of: microphone, voice: 'heard' })
    })
    return () => {
      clearTimeout(patience)
      stop()
    }
  }, [media, microphone])
  return { level, voice: told && told.of === microphone ? told.voice : 'waiting' }
}
