/* Notes each frame while a region is scrolled: how long it was, and whether a row was drawn in the middle of what
   one sees, its words in it or still on their way. */
window.watchFrames = (selector) => {
  const region = document.querySelector(selector)
  const { left, top, width, height } = region.getBoundingClientRect()
  const noted = (window.watchedFrames = { lengths: [], rows: 0, awaited: 0, on: true })
  let last = performance.now()
  const note = (now) => {
    noted.lengths.push(now - last)
    last = now
    const row = document.elementFromPoint(left + width / 2, top + height / 2)?.closest('tbody tr:not([aria-hidden])')
    if (row) noted.rows += 1
    if (row?.ariaBusy) noted.awaited += 1
    if (noted.on) requestAnimationFrame(note)
  }
  requestAnimationFrame(note)
}
/* As the bar is dragged from one end to the other. */
window.dragThrough = (selector, ms) =>
  new Promise((done) => {
    const region = document.querySelector(selector)
    const began = performance.now()
    const drag = (now) => {
      const share = Math.min(1, (now - began) / ms)
      region.scrollTop = share * (region.scrollHeight - region.clientHeight)
      if (share < 1) requestAnimationFrame(drag)
      else done()
    }
    requestAnimationFrame(drag)
  })
/* How long until there are words in the middle of the region after a jump. */
window.jumpTo = (selector, share) =>
  new Promise((done) => {
    const region = document.querySelector(selector)
    const { left, top, width, height } = region.getBoundingClientRect()
    const began = performance.now()
    region.scrollTop = share * (region.scrollHeight - region.clientHeight)
    const look = () => {
      const row = document.elementFromPoint(left + width / 2, top + height / 2)?.closest('tbody tr:not([aria-hidden])')
      if (row && !row.ariaBusy) done(performance.now() - began)
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
