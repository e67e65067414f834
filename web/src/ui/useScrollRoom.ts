import { type RefObject, useEffect } from 'react'

const PADDING = { start: 'scrollPaddingBlockStart', end: 'scrollPaddingBlockEnd' } as const

/** Keeps what has the focus out from under a bar that sticks to the window's edge: when it takes the focus, and when
 *  the page grows meanwhile and would push it there. */
export function useScrollRoom(bar: RefObject<HTMLElement | null>, edge: keyof typeof PADDING): void {
  useEffect(() => {
    const element = bar.current
    if (!element) return
    const page = document.documentElement.style
    const measure = () => {
      const sticks = getComputedStyle(element).position === 'sticky'
      page[PADDING[edge]] = sticks ? `${element.offsetHeight}px` : ''
      if (sticks) uncoverFocused(element)
    }
    const sizes = new ResizeObserver(measure)
    sizes.observe(element)
    sizes.observe(document.body)
    return () => {
      sizes.disconnect()
      page[PADDING[edge]] = ''
    }
  }, [bar, edge])
}

function uncoverFocused(bar: HTMLElement): void {
  const focused = document.activeElement
  if (!focused?.matches(':focus-visible') || bar.contains(focused)) return
  const { top, bottom } = focused.getBoundingClientRect()
  const covered = bar.getBoundingClientRect()
  if (top < covered.bottom && bottom > covered.top) focused.scrollIntoView({ block: 'nearest' })
}
