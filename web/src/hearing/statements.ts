import type { Statement } from '@/vision/contracts'
import { mostFrequent, Spans, type Kind } from '@/vision/spans'

import { MouthWatch } from './mouth'
import { NoiseWatch } from './noise'
import { CHUNK_MS } from './voice'

type Whose = 'none' | 'own' | 'other' | 'unclear'

/** One chunk of sound. */
export interface Heard {
  /** Monotonic milliseconds of the page at which the chunk ended. */
  atMs: number
  /** Chance of a voice, 0..1. */
  voice: number
  /** Level in dB below full scale. */
  decibels: number
}

/** A voice begins at this chance and goes on above the lower one. */
const BEGINS = 0.5
const ENDS = 0.35
/** Between words a voice pauses for less than this. */
const PAUSE_MS = 250
/** A voice or a silence shorter than this is not said. */
const LEAST_MS = 250
/** Only a voice that goes on for so long beside still lips is another's: lips are judged by a second. */
const OTHER_MS = 1000
/** From this level (as WebRTC counts it) on, the call's other voices can be heard in the room, and a little after. */
const AUDIBLE = 0.01
const ECHO_MS = 600
/** Who hums or speaks with closed lips is taken for another: so this is never surer. */
const LIPS_TELL = 0.8

const VOICE: Kind<Whose> = {
  observed: 'voice',
  same: (settled, value) => settled === value,
  changed(pending, heldMs) {
    const values = pending.map(({ value }) => value)
    if (mostFrequent(values) !== 'other') return heldMs >= LEAST_MS
    return values.filter((value) => value === 'other').length * CHUNK_MS >= OTHER_MS
  },
  gather: mostFrequent,
  word: (value) => value,
}

/** Chunks of sound and sights of the mouth in, statements out: voice, noise. Pure but for what it remembers. */
export class SoundStatementMaker {
  private readonly mouth = new MouthWatch()
  private readonly voice = new Spans(VOICE)
  private readonly noise = new NoiseWatch()
  private speaks = false
  private voiceAtMs = -Infinity
  private othersAtMs = -Infinity

  sawMouth(open: number | undefined, atMs: number): void {
    this.mouth.saw(open, atMs)
  }

  heardOthers(level: number, atMs: number): void {
    if (level >= AUDIBLE) this.othersAtMs = atMs
  }

  observe(heard: Heard): Statement[] {
    const isVoice = this.isVoice(heard)
    const { whose, confidence } = isVoice
      ? this.owner(heard)
      : { whose: 'none' as const, confidence: 1 - heard.voice }
    return [
      ...this.voice.observe({ atMs: heard.atMs, value: whose, confidence }),
      ...this.noise.observe(heard.atMs, heard.decibels, isVoice),
    ]
  }

  /** Nothing is heard from here on: says what is unsaid, and the next chunk begins anew. */
  flush(): Statement[] {
    this.speaks = false
    this.voiceAtMs = -Infinity
    return [...this.voice.flush(), ...this.noise.flush()]
  }

  /** Across the short pauses between words too. */
  private isVoice({ atMs, voice }: Heard): boolean {
    this.speaks = voice >= (this.speaks ? ENDS : BEGINS)
    if (this.speaks) this.voiceAtMs = atMs
    return atMs - this.voiceAtMs < PAUSE_MS
  }

  private owner({ atMs, voice }: Heard): { whose: Whose; confidence: number } {
    const { lips, sure } = this.mouth.tell(atMs)
    if (lips === 'moving') return { whose: 'own', confidence: voice * sure }
    if (lips === 'unseen' || atMs - this.othersAtMs < ECHO_MS) {
      return { whose: 'unclear', confidence: voice }
    }
    return { whose: 'other', confidence: voice * sure * LIPS_TELL }
  }
}
