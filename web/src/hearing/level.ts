import type { Heard } from './statements'

/** Chunks of one value to show: about eight values a second. */
const SHOWN = 4

export interface Level {
  voice: number
  decibels: number
}

/** The surest voice and the loudest chunk of the last few, for showing. */
export class LevelMeter {
  private heard: Heard[] = []

  observe(heard: Heard): Level | undefined {
    this.heard.push(heard)
    if (this.heard.length < SHOWN) return undefined
    const level = {
      voice: Math.max(...this.heard.map(({ voice }) => voice)),
      decibels: Math.max(...this.heard.map(({ decibels }) => decibels)),
    }
    this.heard = []
    return level
  }
}
