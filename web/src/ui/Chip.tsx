import type { ReactNode } from 'react'

import { classes } from '@/lib/classes'

export type ChipTone = 'plain' | 'ok' | 'notice' | 'grave' | 'evidence' | 'live'

const TONES: Record<ChipTone, string> = {
  plain: 'bg-sunk text-ink-2 ring-1 ring-line ring-inset',
  ok: 'bg-accent-soft text-accent',
  notice: 'bg-notice-soft text-notice',
  grave: 'bg-grave-soft text-grave',
  evidence: 'bg-evidence-soft text-evidence',
  live: 'bg-sunk text-ink ring-1 ring-line ring-inset',
}

/** A state in a word or two. `live` has a dot: somebody is in the room now. */
export function Chip({ tone = 'plain', children }: { tone?: ChipTone; children: ReactNode }) {
  return (
    <span
      className={classes(
        'inline-flex h-5.5 items-center gap-1.5 rounded-full px-2 text-12 font-medium whitespace-nowrap',
        TONES[tone],
      )}
    >
      {tone === 'live' && <span aria-hidden className="size-2 rounded-full bg-live" />}
      {children}
    </span>
  )
}
