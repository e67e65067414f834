/** How far a kernel reaches, in samples of the slower side. */
const REACH = 16
/** Of half the slower rate: what lies above would fold back. */
const CUTOFF = 0.92

/** Brings samples from one rate to another by a windowed sinc, piece by piece, as if they came in one. */
export class Resampler {
  private readonly reach: number
  private readonly phases: number
  private readonly kernels = new Map<number, Float64Array>()
  private kept: Float32Array
  /** Which sample of the input `kept` begins with. */
  private first: number
  private next = 0

  constructor(
    private readonly from: number,
    private readonly to: number,
  ) {
    this.reach = Math.ceil(REACH * Math.max(1, from / to))
    this.phases = to / greatestDivisor(from, to)
    this.kept = new Float32Array(this.reach)
    this.first = -this.reach
  }

  take(samples: Float32Array): Float32Array {
    if (this.from === this.to) return samples
    const input = joined(this.kept, samples)
    const end = this.first + input.length
    const made = []
    while (this.centre() + this.reach < end) made.push(this.sampleOf(input))
    const start = this.centre() - this.reach + 1
    this.kept = input.slice(start - this.first)
    this.first = start
    return Float32Array.from(made)
  }

  private centre(): number {
    return Math.floor((this.next * this.from) / this.to)
  }

  private sampleOf(input: Float32Array): number {
    const start = this.centre() - this.reach + 1 - this.first
    const kernel = this.kernelOf(this.next % this.phases)
    let sum = 0
    for (const [k, weight] of kernel.entries()) sum += weight * (input[start + k] ?? 0)
    this.next++
    return sum
  }

  private kernelOf(phase: number): Float64Array {
    const known = this.kernels.get(phase)
    if (known) return known
    const share = ((phase * this.from) / this.to) % 1
    const kernel = Float64Array.from({ length: 2 * this.reach }, (_, k) =>
      this.weight(k - this.reach + 1 - share),
    )
    const whole = kernel.reduce((sum, weight) => sum + weight, 0)
    const scaled = kernel.map((weight) => weight / whole)
    this.kernels.set(phase, scaled)
    return scaled
  }

  private weight(distance: number): number {
    const x = Math.PI * distance * CUTOFF * Math.min(1, this.to / this.from)
    const sinc = x === 0 ? 1 : Math.sin(x) / x
    return sinc * Math.cos((Math.PI * distance) / (2 * this.reach)) ** 2
  }
}

export function joined(one: Float32Array, other: Float32Array): Float32Array {
  const both = new Float32Array(one.length + other.length)
  both.set(one)
  both.set(other, one.length)
  return both
}

function greatestDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestDivisor(other, one % other)
}
