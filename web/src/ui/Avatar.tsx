import { classes } from '@/lib/classes'
import { initials } from '@/lib/initials'

const SIZES = { line: 'size-7 text-12', stage: 'size-16 text-20' }

type Props = { name: string; size?: keyof typeof SIZES }

/** A person, where there is no picture of them. The name stands beside, so it says nothing to readers; and it has no
 *  colour of its own, for colours mean something here. */
export function Avatar({ name, size = 'line' }: Props) {
  return (
    <span
      aria-hidden
      className={classes(
        'inline-grid shrink-0 place-items-center rounded-full bg-sunk font-medium text-ink-2 ring-1 ring-line-2 ring-inset select-none print:hidden',
        SIZES[size],
      )}
    >
      {initials(name)}
    </span>
  )
}
