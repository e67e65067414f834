/** Runs where sound is played and recorded, which must never wait: gathers samples and passes them on. */

import type { Samples } from './messages'

// What this scope has; the page's library does not describe it.
declare class AudioWorkletProcessor {
  readonly port: MessagePort
}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void

const LENGTH = 512

class SampleTap extends AudioWorkletProcessor {
  private samples = new Float32Array(LENGTH)
  private filled = 0
  private before = 0
  private listener: MessagePort | undefined

  constructor() {
    super()
    this.port.onmessage = ({ data }: MessageEvent<MessagePort>) => {
      this.listener = data
    }
  }

  process([[channel]]: [[Float32Array?]]): boolean {
    for (const sample of channel ?? []) {
      this.samples[this.filled++] = sample
      if (this.filled === LENGTH) this.pass()
    }
    return true
  }

  private pass(): void {
    const passed: Samples = { samples: this.samples, before: this.before }
    this.listener?.postMessage(passed, [this.samples.buffer])
    this.samples = new Float32Array(LENGTH)
    this.before += LENGTH
    this.filled = 0
  }
}

registerProcessor('sample-tap', SampleTap)
