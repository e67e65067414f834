/** Where the page lies on the screen, in the page's own pixels. Browsers say it exactly only with the pointer. */

import type { Screen } from './gazePoint'
import type { Point } from './geometry'

interface Placed {
  screenX: number
  screenY: number
  clientX: number
  clientY: number
}

export class PagePlace {
  private known: Point | undefined
  private readonly hear = (event: PointerEvent) => this.saw(event)
  private readonly forget = () => (this.known = undefined)

  constructor() {
    window.addEventListener('pointermove', this.hear, { passive: true })
    document.addEventListener('fullscreenchange', this.forget)
    window.addEventListener('resize', this.forget)
  }

  close(): void {
    window.removeEventListener('pointermove', this.hear)
    document.removeEventListener('fullscreenchange', this.forget)
    window.removeEventListener('resize', this.forget)
  }

  saw({ screenX, screenY, clientX, clientY }: Placed): void {
    this.known = { x: screenX - clientX - screenLeft(), y: screenY - clientY - screenTop() }
  }

  get screen(): Screen {
    return { width: window.screen.width, height: window.screen.height }
  }

  /** From the screen's middle, of a point of the page. */
  fromMiddle({ x, y }: Point): Point {
    const corner = this.corner
    return { x: corner.x + x - this.screen.width / 2, y: corner.y + y - this.screen.height / 2 }
  }

  /** On the page, of a point from the screen's middle. */
  onPage({ x, y }: Point): Point {
    const corner = this.corner
    return { x: x + this.screen.width / 2 - corner.x, y: y + this.screen.height / 2 - corner.y }
  }

  /** Of the page on the screen; guessed from the window's frame until the pointer tells. */
  private get corner(): Point {
    if (document.fullscreenElement) return { x: 0, y: 0 }
    return (
      this.known ?? {
        x: (outerWidth - innerWidth) / 2 + window.screenX - screenLeft(),
        y: outerHeight - innerHeight + window.screenY - screenTop(),
      }
    )
  }
}

/** Of the screen that the window is on, among several; browsers that do not say have it at 0. */
function screenLeft(): number {
  return (window.screen as { availLeft?: number }).availLeft ?? 0
}

function screenTop(): number {
  return (window.screen as { availTop?: number }).availTop ?? 0
}
