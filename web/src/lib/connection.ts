/** What some browsers say of the line: a hint, and nothing where they say nothing. */

interface Line extends EventTarget {
  effectiveType?: string
  downlink?: number
}

/** A call with picture wants about this much; the others' half of it comes on top. */
const CALL_NEEDS_MBIT = 0.6

const line = () => ('connection' in navigator ? (navigator.connection as Line) : undefined)

export function isLineSlow(): boolean {
  const { effectiveType = '4g', downlink = Infinity } = line() ?? {}
  return effectiveType.endsWith('2g') || downlink < CALL_NEEDS_MBIT
}

export function onLineChange(listener: () => void): () => void {
  const told = line()
  told?.addEventListener('change', listener)
  return () => told?.removeEventListener('change', listener)
}
