import type { ComponentProps, ReactNode } from 'react'

import { classes } from '@/lib/classes'

type Props = Omit<ComponentProps<'button'>, 'children'> & {
  /** What pressing it does, in a word or two. */
  label: string
  icon: ReactNode
  /** What it switches is off now, and the other side does not get it. */
  isOff?: boolean
}

/** A control of the call: a sign in a ring, and its word below. */
export function CallButton({ label, icon, isOff, className, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      className={classes(
        'group grid min-w-16 justify-items-center gap-0.5 rounded-control px-1 py-0.5',
        className,
      )}
    >
      <span
        aria-hidden
        className={classes(
          'grid size-10 place-items-center rounded-full border transition-colors [&_svg]:size-4.5',
          isOff
            ? 'border-transparent bg-notice-soft text-notice'
            : 'border-line-2 bg-surface text-ink group-hover:border-line-3',
        )}
      >
        {icon}
      </span>
      <span className="text-12 whitespace-nowrap text-ink-2">{label}</span>
    </button>
  )
}
