/** How late the page's own thread is, by a timer of its own: works in every browser. */

const EVERY_MS = 100
/** Every timer is a little late; what typing and talking people notice begins here. */
const NOTICED_MS = 50

export function onLate(listener: (byMs: number) => void): () => void {
  let wantedMs = performance.now() + EVERY_MS
  // Browsers slow down the timers of tabs that nobody sees.
  let hidden = document.hidden
  const timer = window.setInterval(() => {
    const byMs = performance.now() - wantedMs
    if (byMs > NOTICED_MS && !hidden && !document.hidden) listener(byMs)
    wantedMs = performance.now() + EVERY_MS
    hidden = document.hidden
  }, EVERY_MS)
  return () => window.clearInterval(timer)
}
