// Words that lie on other words: as sentences. What sticks or floats lies above the page, and is meant to.
() => {
  const LEAST = 0.3
  const FLOATS = ['sticky', 'fixed']

  function isOnPage(element) {
    for (let one = element; one; one = one.parentElement) {
      const { position, overflowX, opacity } = getComputedStyle(one)
      if (FLOATS.includes(position) || Number(opacity) === 0) return false
      if (overflowX !== 'visible' && one.clientWidth <= 1) return false
    }
    return element.checkVisibility({ visibilityProperty: true })
  }
  const within = (one, other) => ({
    left: Math.max(one.left, other.left),
    right: Math.min(one.right, other.right),
    top: Math.max(one.top, other.top),
    bottom: Math.min(one.bottom, other.bottom),
  })
  /** What scrolls shows a part of what it holds. */
  function frameOf(element) {
    let frame = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity }
    for (let one = element; one !== document.body; one = one.parentElement)
      if (getComputedStyle(one).overflowX !== 'visible') frame = within(frame, one.getBoundingClientRect())
    return frame
  }
  /** Letters fill the middle of their line. */
  function linesOf(text) {
    const range = document.createRange()
    range.selectNodeContents(text)
    const frame = frameOf(text.parentElement)
    return [...range.getClientRects()]
      .map(({ left, right, top, bottom }) => ({
        left,
        right,
        top: top + (bottom - top) * LEAST,
        bottom: bottom - (bottom - top) * LEAST,
      }))
      .map((line) => within(line, frame))
      .filter(({ left, right, top, bottom }) => left < right && top < bottom)
  }
  const lieOnEachOther = (one, other) =>
    one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom && other.top < one.bottom

  const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT)
  const lines = []
  while (texts.nextNode()) {
    const text = texts.currentNode
    if (!text.data.trim() || !isOnPage(text.parentElement)) continue
    for (const line of linesOf(text)) lines.push({ ...line, text })
  }
  lines.sort((one, other) => one.top - other.top)
  const found = new Set()
  lines.forEach((one, at) => {
    for (let next = at + 1; next < lines.length && lines[next].top < one.bottom; next++) {
      const other = lines[next]
      if (one.text !== other.text && lieOnEachOther(one, other))
        found.add(`“${one.text.data.trim().slice(0, 30)}” lies on “${other.text.data.trim().slice(0, 30)}”`)
    }
  })
  return [...found]
}
