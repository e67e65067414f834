import { type RefObject, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

export type RowWindow = {
  /** Counted from 0. */
  first: number
  /** Behind the last one. */
  end: number
}

/** Rows beyond what is seen, on either side, and the steps in which the window moves: not with every pixel. */
const SPARE = 12
const STEP = 6

export function windowAt(top: number, height: number, rowPx: number, count: number): RowWindow {
  const seen = Math.ceil(height / rowPx)
  const at = Math.floor(top / rowPx / STEP) * STEP
  const end = Math.min(count, at + seen + STEP + SPARE)
  return { first: Math.max(0, Math.min(at - SPARE, end - seen)), end }
}

/** Which of many rows of one height are worth drawing, as the region that shows them is scrolled. */
export function useRowWindow(region: RefObject<HTMLElement | null>, count: number, rowPx: number): RowWindow {
  const [place, setPlace] = useState({ top: 0, height: 0 })
  useEffect(() => {
    const element = region.current
    if (!element) return
    const look = () => {
      const { scrollTop, clientHeight } = element
      const at = windowAt(scrollTop, clientHeight, rowPx, Infinity).first
      setPlace((before) =>
        before.height === clientHeight && windowAt(before.top, clientHeight, rowPx, Infinity).first === at
          ? before
          : { top: scrollTop, height: clientHeight },
      )
    }
    look()
    const sizes = new ResizeObserver(look)
    sizes.observe(element)
    // In the frame that shows the new place, not in the one after: between them there would be no rows.
    const follow = () => flushSync(look)
    element.addEventListener('scroll', follow, { passive: true })
    return () => {
      sizes.disconnect()
      element.removeEventListener('scroll', follow)
    }
  }, [region, rowPx])
  return windowAt(place.top, place.height, rowPx, count)
}
