import { type ReactNode, useRef } from 'react'

import { useScrollRoom } from './useScrollRoom'

/** What to do next, within reach of a thumb: it stays at the window's lower edge, and takes its own room, so that
 *  it covers nothing. Where a window is too low for that (a phone on its side, a page at 200 %), it stands at the
 *  end of the page. The main action comes first. */
export function ActionFoot({ children }: { children: ReactNode }) {
  const foot = useRef<HTMLDivElement>(null)
  useScrollRoom(foot, 'end')
  return (
    <div
      ref={foot}
      data-foot
      className="z-20 -mx-5 mt-auto border-t border-line bg-paper px-5 pt-3 pb-[max(--spacing(3),env(safe-area-inset-bottom))] [@media(min-height:30rem)]:sticky [@media(min-height:30rem)]:bottom-0"
    >
      <div className="flex flex-wrap items-center gap-2 max-sm:*:grow sm:gap-3">{children}</div>
    </div>
  )
}
