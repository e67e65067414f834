const UNTOLD_MS = 1000

/** Runs once the page has nothing better to do. Where the browser cannot tell, after a moment. */
export function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(run)
  else setTimeout(run, UNTOLD_MS)
}
