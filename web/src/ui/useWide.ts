import { useSyncExternalStore } from 'react'

/** The breakpoint `desk` of the theme. */
const WIDE = '(min-width: 50rem)'

function watch(listener: () => void): () => void {
  const query = matchMedia(WIDE)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** Whether the page is wide enough for two columns. For what CSS alone cannot decide: what is where. */
export function useWide(): boolean {
  return useSyncExternalStore(watch, () => matchMedia(WIDE).matches)
}
