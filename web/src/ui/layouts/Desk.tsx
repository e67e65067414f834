import type { ReactNode } from 'react'

import { classes } from '@/lib/classes'

type Props = {
  /** Where the desk leads. It is always there: at the start of the page, on a narrow one at its top. */
  rail: ReactNode
  /** The rail shows signs only. */
  folded: boolean
  /** What concerns every page. */
  banner?: ReactNode
  children: ReactNode
}

/** A rail and a page beside it. On paper the page alone. */
export function Desk({ rail, folded, banner, children }: Props) {
  return (
    <div
      className={classes(
        'desk:grid desk:min-h-dvh print:block',
        folded
          ? 'desk:grid-cols-[--spacing(16)_minmax(0,1fr)]'
          : 'desk:grid-cols-[var(--rail)_minmax(0,1fr)]',
      )}
    >
      <header className="z-20 border-line bg-sunk px-3 max-desk:sticky max-desk:top-0 max-desk:border-b desk:border-e print:hidden">
        {rail}
      </header>
      <div className="min-w-0">
        {banner}
        <main id="content" className="w-full max-w-page min-w-0 px-5 pt-6 pb-20 desk:px-10 desk:pt-7">
          {children}
        </main>
      </div>
    </div>
  )
}
