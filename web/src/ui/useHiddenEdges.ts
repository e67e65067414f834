import { type RefObject, useEffect, useState } from 'react'

export type Edges = { start: boolean; end: boolean }

/** Positions are whole pixels at best, whatever the zoom. */
const SLACK_PX = 1

/** Beyond which edges of what it shows a region has more. (Where one reads from the right, the way is negative.) */
export function hiddenEdges({
  scrollLeft,
  scrollWidth,
  clientWidth,
}: Pick<Element, 'scrollLeft' | 'scrollWidth' | 'clientWidth'>): Edges {
  const gone = Math.abs(scrollLeft)
  return { start: gone > SLACK_PX, end: scrollWidth - clientWidth - gone > SLACK_PX }
}

/** The same, as it is moved and as it or what is in it changes its size. */
export function useHiddenEdges(region: RefObject<HTMLElement | null>): Edges {
  const [edges, setEdges] = useState<Edges>({ start: false, end: false })
  useEffect(() => {
    const element = region.current
    if (!element) return
    const look = () => {
      const now = hiddenEdges(element)
      setEdges((before) => (before.start === now.start && before.end === now.end ? before : now))
    }
    const sizes = new ResizeObserver(look)
    for (const one of [element, ...element.children]) sizes.observe(one)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      sizes.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [region])
  return edges
}
