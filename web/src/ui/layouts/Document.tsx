import './document.css'

import type { ReactNode } from 'react'

/** A page that is read from top to bottom, like a letter: one column, and notes beside what they belong to. */
export function Document({ children }: { children: ReactNode }) {
  return <article className="document @container/document max-w-266">{children}</article>
}

type PassageProps = {
  /** Said beside it where the page is wide, below it elsewhere. */
  note?: ReactNode
  children: ReactNode
}

/** A part of the text, with its note. */
export function Passage({ note, children }: PassageProps) {
  return (
    <div className="grid grid-cols-[minmax(0,--spacing(192))] gap-x-10 gap-y-2 @min-[53.5rem]/document:grid-cols-[minmax(0,--spacing(192))_minmax(--spacing(52),--spacing(64))]">
      <div className="min-w-0">{children}</div>
      {note && (
        <div
          role="note"
          className="grid min-w-0 content-start gap-1.5 self-start pb-3 text-13 wrap-break-word text-ink-2 @min-[53.5rem]/document:border-s @min-[53.5rem]/document:border-line @min-[53.5rem]/document:ps-4 @min-[53.5rem]/document:pb-0"
        >
          {note}
        </div>
      )}
    </div>
  )
}
