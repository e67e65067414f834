/* Adds up what moves under a reader's eyes, as Chromium counts it: not what follows within half a second of a press. */
;(() => {
  window.shifted = 0
  window.movers = []
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries())
      if (!hadRecentInput) {
        window.shifted += value
        window.movers.push(...sources.map(({ node }) => (node?.outerHTML ?? node?.textContent)?.slice(0, 120)))
      }
  }).observe({ type: 'layout-shift', buffered: true })
})()
