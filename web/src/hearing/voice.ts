/** Silero's voice activity model: how likely 32 ms are somebody's voice. */

export const RATE = 16_000
/** Samples of one answer. */
export const CHUNK = 512
export const CHUNK_MS = (CHUNK * 1000) / RATE
/** Samples that the model hears again from the end of the chunk before. */
export const CONTEXT = 64
/** What it remembers from chunk to chunk: two layers of 128. */
export const STATE = [2, 1, 128] as const

interface Answer {
  chance: number
  state: Float32Array
}

export type VoiceModel = (heard: Float32Array, state: Float32Array) => Promise<Answer>

/** One for each track: it remembers what was said before. */
export class VoiceReader {
  private readonly heard = new Float32Array(CONTEXT + CHUNK)
  private state = silence()

  constructor(private readonly model: VoiceModel) {}

  /** Chance of a voice in a chunk of `CHUNK` samples, 0..1. */
  async read(chunk: Float32Array): Promise<number> {
    this.heard.copyWithin(0, CHUNK)
    this.heard.set(chunk, CONTEXT)
    const { chance, state } = await this.model(this.heard, this.state)
    this.state = state
    return chance
  }

  reset(): void {
    this.heard.fill(0)
    this.state = silence()
  }
}

function silence(): Float32Array {
  return new Float32Array(STATE[0] * STATE[1] * STATE[2])
}
