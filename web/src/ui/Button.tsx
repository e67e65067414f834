import type { ComponentProps, MouseEvent, ReactNode } from 'react'

import { classes } from '@/lib/classes'

import { type ButtonSize, type ButtonTone, buttonLook } from './buttonLook'
import { Spinner } from './Spinner'

type Props = ComponentProps<'button'> & {
  tone?: ButtonTone
  size?: ButtonSize
  /** Keeps its place and the focus, shows that work goes on, and does not answer. */
  busy?: boolean
  icon?: ReactNode
}

export function Button({
  tone = 'plain',
  size = 'desk',
  busy,
  icon,
  onClick,
  className,
  children,
  ...rest
}: Props) {
  const answer = (event: MouseEvent<HTMLButtonElement>) => {
    // The second half of a double click can be quicker than the news that work goes on.
    const isRepeat = event.detail > 1
    if (busy || isRepeat) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button
      type="button"
      {...rest}
      onClick={answer}
      aria-disabled={busy ? true : undefined}
      aria-busy={busy ? true : undefined}
      className={classes(buttonLook(tone, size), className)}
    >
      {busy ? <Spinner /> : icon}
      {children}
    </button>
  )
}
