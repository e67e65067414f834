// What leaves its page, and words that are cut off although nobody meant it: as sentences. An ellipsis is meant,
// and so is what the keyboard can move. What only screen readers get has no room and needs none.
async () => {
  const SLACK_PX = 1
  const MOVES = '[tabindex="0"], [role=tablist], [role=listbox], textarea, input'
  const HOLDERS = 'button, label, li, th, td, [role=tab], [role=menuitem], [role=dialog], [role=alertdialog]'
  const page = document.documentElement

  const isShown = (element) => element.checkVisibility({ visibilityProperty: true })
  const isForReadersOnly = (element) =>
    (element.clientWidth <= 1 && element.clientHeight <= 1) || getComputedStyle(element).clipPath === 'inset(50%)'
  const isPage = (element) => element === page || element === document.body
  const upTo = (element, holds) => {
    for (let one = element; one; one = one.parentElement) if (holds(one)) return one
    return page
  }
  const keeperOf = (element) => upTo(element, (one) => getComputedStyle(one).overflowX !== 'visible')

  function places(text) {
    const range = document.createRange()
    range.selectNodeContents(text)
    return range.getBoundingClientRect()
  }
  function sticksOut(box, edge) {
    return box.left < edge.left - SLACK_PX || box.right > edge.right + SLACK_PX
  }
  function faultOf(text) {
    const element = text.parentElement
    const keeper = keeperOf(element)
    const box = places(text)
    if (isPage(keeper)) {
      if (sticksOut(box, { left: 0, right: innerWidth })) return 'leaves the page'
    } else {
      const { textOverflow, overflowY } = getComputedStyle(keeper)
      if (isForReadersOnly(keeper) || textOverflow === 'ellipsis' || keeper.matches(MOVES)) return ''
      const edge = keeper.getBoundingClientRect()
      if (sticksOut(box, edge)) return 'is cut off'
      if (overflowY === 'hidden' && box.bottom > edge.bottom + SLACK_PX) return 'is cut off below'
    }
    const holder = element.closest(HOLDERS)
    return holder && keeper.contains(holder) && sticksOut(box, holder.getBoundingClientRect()) ? 'leaves its part' : ''
  }

  // What floats finds its place anew in the frame after the page has changed its width.
  for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame)
  const found = new Set()
  if (page.scrollWidth > innerWidth) found.add(`the page is ${page.scrollWidth - innerWidth} px too wide`)
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const text = texts.currentNode
    if (!text.data.trim() || !isShown(text.parentElement)) continue
    const fault = faultOf(text)
    if (fault) found.add(`“${text.data.trim().slice(0, 40)}” ${fault}`)
  }
  return [...found]
}
