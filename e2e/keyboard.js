// One stop of the Tab key, with all that is wrong with it, in words. `stopBefore` is the stop before.
(target) => {
  const ROVING = '[role=radio], [role=tab], [type=radio]'
  const stop = document.activeElement
  const before = window.stopBefore === stop ? null : window.stopBefore
  window.stopBefore = stop

  const boxOf = (element) => (element.closest('label') ?? element).getBoundingClientRect()
  const labelOf = (element) => element.labels?.[0]

  /** Whether anything of it can be seen: what lies on top in its middle is it, or its label. */
  function isCovered() {
    const { left, right, top, bottom } = boxOf(stop)
    const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
    return !there || !(stop.contains(there) || there.contains(stop) || labelOf(stop)?.contains(there))
  }
  /** Whether it is marked: by an outline on it or on what is drawn for it. Where one types there is a caret, and
   *  within dates and times the browser marks which part it is. */
  function isMarked() {
    for (let one = stop, up = 0; one && up < 3; one = one.parentElement, up++) {
      const { outlineStyle, outlineWidth } = getComputedStyle(one)
      if (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) return true
    }
    return stop.matches('[role=combobox], [contenteditable=true], [type=date], [type=time]')
  }
  /** Whether it lies above the stop before without standing beside it, in the same part of the page. */
  function goesBack() {
    const part = '[role=dialog], [role=alertdialog], main, nav, header, footer'
    if (!before?.isConnected || before.closest(part) !== stop.closest(part)) return false
    if (before.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_PRECEDING) return false
    const [last, next] = [boxOf(before), boxOf(stop)]
    const isBeside = next.left >= last.right - 1 || next.right <= last.left + 1
    return next.bottom <= last.top && !isBeside
  }

  /** Tab finds a group of which one is chosen; arrows walk in it. */
  function isOfItsGroup() {
    const group = target.closest('[role=radiogroup], [role=tablist], fieldset')
    return target.matches(ROVING) && stop.matches(ROVING) && group !== null && group.contains(stop)
  }

  // Where a page or a dialog began; no stop of the key itself.
  if (stop === document.body || stop.tabIndex < 0) return { isThere: stop === target, faults: [] }
  const name = stop.ariaLabel ?? labelOf(stop)?.textContent ?? stop.textContent
  const faults = Object.entries({
    'lies under something': isCovered(),
    'shows no focus': !isMarked(),
    'comes after what is below it': goesBack(),
  }).filter(([, is]) => is)
  return {
    isThere: stop === target || isOfItsGroup(),
    faults: faults.map(([what]) => `“${name.trim().slice(0, 40)}” ${what}`),
  }
}
