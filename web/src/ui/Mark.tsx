import { classes } from '@/lib/classes'

/** Two equal arcs at eye level on one line. Decorative: the name stands beside it. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 32 32" className={classes('size-6 shrink-0', className)}>
      <path d="M3 19a6.5 6.5 0 0 1 13 0z" className="fill-accent" />
      <path d="M16 19a6.5 6.5 0 0 1 13 0z" className="fill-current" />
      <rect x="3" y="21.5" width="26" height="2.5" rx="1.25" className="fill-current" />
    </svg>
  )
}
