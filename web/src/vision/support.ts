/** Whether this browser has what observing takes. */

/** A function that uses one SIMD instruction; the smallest module that only such a browser accepts. */
const SIMD = new Uint8Array([
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0],
  ...[10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11],
])

export function canObserve(): boolean {
  const { Worker, OffscreenCanvas, WebAssembly, createImageBitmap } = globalThis as Partial<typeof globalThis>
  return Boolean(Worker && OffscreenCanvas && createImageBitmap && WebAssembly?.validate(SIMD))
}
