import { classes } from '@/lib/classes'

/** The place of a text that is still on its way; it takes the room that the text will. Readers are told of the wait
 *  by what surrounds it. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={classes('block h-4 w-3/4 rounded-mark bg-line/60', className)} />
}
