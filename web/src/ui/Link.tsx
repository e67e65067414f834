import { createLink, type LinkComponent } from '@tanstack/react-router'
import type { ComponentProps, ReactNode } from 'react'

import { classes } from '@/lib/classes'

import { type ButtonSize, type ButtonTone, buttonLook } from './buttonLook'

export const textLinkLook =
  'rounded-mark text-accent underline decoration-accent/50 underline-offset-3 transition-colors hover:decoration-current'

type Props = ComponentProps<'a'> & {
  /** `text` within a sentence, `quiet` in lists, or the weight of a button. */
  look?: 'text' | 'quiet' | ButtonTone
  size?: ButtonSize
  icon?: ReactNode
}

function Anchor({ look = 'text', size = 'desk', icon, className, children, ...rest }: Props) {
  const looks =
    look === 'text'
      ? textLinkLook
      : look === 'quiet'
        ? 'rounded-mark font-medium text-ink hover:underline hover:underline-offset-3'
        : buttonLook(look, size)
  return (
    <a {...rest} className={classes(looks, className)}>
      {icon}
      {children}
    </a>
  )
}

const RouterLink = createLink(Anchor)

/** A link to another page of the product; what it leads to is fetched when it is about to be followed. */
export const Link: LinkComponent<typeof Anchor> = (props) => <RouterLink {...props} />
