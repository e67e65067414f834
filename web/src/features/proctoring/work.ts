/** Where the person works, they most likely look: clicks and letters correct what the calibration has drifted by. */

import type { Observer } from '@/vision/contracts'
import { PagePlace } from '@/vision/place'

/** One letter says as much as the many around it. */
const TYPING_EVERY_MS = 500

/** Tells the observer of clicks and typing until the returned function ends it. */
export function tellOfWork(observer: Pick<Observer, 'workedAt'>): () => void {
  const place = new PagePlace()
  let typedMs = -Infinity
  const click = ({ clientX, clientY, isTrusted }: PointerEvent) => {
    // Not a script's, and not the keyboard's: those have no place.
    if (!isTrusted || (clientX === 0 && clientY === 0)) return
    observer.workedAt(place.fromMiddle({ x: clientX, y: clientY }), 'click', performance.now())
  }
  const type = () => {
    const nowMs = performance.now()
    const caret = caretPlace()
    if (!caret || nowMs - typedMs < TYPING_EVERY_MS) return
    typedMs = nowMs
    observer.workedAt(place.fromMiddle(caret), 'typing', nowMs)
  }
  document.addEventListener('pointerdown', click, { capture: true, passive: true })
  document.addEventListener('input', type, { capture: true, passive: true })
  return () => {
    document.removeEventListener('pointerdown', click, { capture: true })
    document.removeEventListener('input', type, { capture: true })
    place.close()
  }
}

/** Of the caret on the page; a field that hides its own is as good as its middle. */
function caretPlace(): { x: number; y: number } | undefined {
  const selection = window.getSelection()
  const boxes = selection?.rangeCount ? selection.getRangeAt(0).getClientRects() : undefined
  const box = boxes?.[0] ?? document.activeElement?.getBoundingClientRect()
  return box && { x: box.left + box.width / 2, y: box.top + box.height / 2 }
}
