import type { ComponentProps, ReactNode } from 'react'

import { classes } from '@/lib/classes'

import { Tooltip } from './Tooltip'

type Props = Omit<ComponentProps<'button'>, 'aria-label' | 'children'> & {
  label: string
  icon: ReactNode
  /** `round` is for states that are switched in the room: microphone, camera. */
  shape?: 'square' | 'round'
  /** For buttons that are on or off. */
  pressed?: boolean
}

export function IconButton({ label, icon, shape = 'square', pressed, className, ...rest }: Props) {
  return (
    <Tooltip text={label}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        aria-pressed={pressed}
        className={classes(
          'inline-flex items-center justify-center transition-colors disabled:opacity-50',
          shape === 'round'
            ? 'size-11 rounded-full border border-line-2 bg-surface text-ink hover:border-line-3'
            : 'size-9 rounded-control text-ink-2 hover:bg-line/50 hover:text-ink',
          pressed && shape === 'square' && 'bg-line/60 text-ink',
          className,
        )}
      >
        <span aria-hidden className="[&_svg]:size-4.5">
          {icon}
        </span>
      </button>
    </Tooltip>
  )
}
