import type { ReactNode } from 'react'

import { classes } from '@/lib/classes'

/** What happened, in its order, on one line. */
export function Timeline({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ol aria-label={label} className="ms-1 grid gap-3 border-s border-line-2 py-1">
      {children}
    </ol>
  )
}

type EntryProps = {
  /** When, and by whom, where what is said does not say it. */
  at?: ReactNode
  /** It is still to come, or does not hold any more. */
  isQuiet?: boolean
  children: ReactNode
}

export function TimelineEntry({ at, isQuiet, children }: EntryProps) {
  return (
    <li className="relative ps-4">
      <span
        aria-hidden
        className={classes(
          'absolute -start-1 top-2 size-2 rounded-full ring-2 ring-paper',
          isQuiet ? 'border border-line-3 bg-paper' : 'bg-ink-3',
        )}
      />
      <div className={classes('min-w-0', isQuiet && 'text-ink-2')}>{children}</div>
      {at && <p className="text-13 text-ink-2">{at}</p>}
    </li>
  )
}
