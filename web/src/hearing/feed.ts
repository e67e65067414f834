import { RATE } from './voice'
import workletUrl from './worklet.ts?worker&url'

/** Brings a track's samples to `samples` until it is closed. The track itself is left as it is. */
export interface SoundFeed {
  /** The other end of `samples`, for the worker. */
  samples: MessagePort
  /** Samples a second. */
  rate: number
  /** False until the person has touched the page, where the browser wants that. */
  isRunning(): boolean
  close(): void
}

const GESTURES = ['pointerdown', 'keydown'] as const

export function canListen(): boolean {
  return 'AudioContext' in globalThis && 'AudioWorkletNode' in globalThis
}

export async function openSoundFeed(track: MediaStreamTrack): Promise<SoundFeed> {
  const { context, source } = openSource(new MediaStream([track]))
  await context.audioWorklet.addModule(workletUrl)
  const tap = new AudioWorkletNode(context, 'sample-tap', {
    ...{ numberOfInputs: 1, numberOfOutputs: 0 },
    ...{ channelCount: 1, channelCountMode: 'explicit' },
  })
  const { port1: inlet, port2: outlet } = new MessageChannel()
  tap.port.postMessage(inlet, [inlet])
  source.connect(tap)

  const resume = () => void context.resume().catch(() => undefined)
  for (const gesture of GESTURES) document.addEventListener(gesture, resume)
  resume()

  return {
    samples: outlet,
    rate: context.sampleRate,
    isRunning: () => context.state === 'running',
    close() {
      for (const gesture of GESTURES) document.removeEventListener(gesture, resume)
      source.disconnect()
      void context.close()
    },
  }
}

/** At the model's own rate; where a browser cannot join a track to it, at the device's. */
function openSource(stream: MediaStream): { context: AudioContext; source: MediaStreamAudioSourceNode } {
  const wished = new AudioContext({ sampleRate: RATE })
  try {
    return { context: wished, source: wished.createMediaStreamSource(stream) }
  } catch {
    void wished.close()
    const context = new AudioContext()
    return { context, source: context.createMediaStreamSource(stream) }
  }
}
