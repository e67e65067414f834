import { createLink, type LinkComponent } from '@tanstack/react-router'
import type { ComponentProps, ReactNode } from 'react'

import { classes } from '@/lib/classes'

import { type ButtonSize, type ButtonTone, buttonLook } from './buttonLook'

/** A link within a sentence, also where it leads out of the product. */
export const textLinkLook =
  'rounded-mark text-accent underline decoration-accent/50 underline-offset-3 transition-colors hover:decoration-current'

const LOOKS = {
  text: textLinkLook,
  quiet: 'rounded-mark font-medium text-ink hover:underline hover:underline-offset-3',
  view: 'rounded-control px-2.5 py-1 text-ink-2 transition-colors hover:bg-sunk hover:text-ink aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-accent',
  place: 'flex items-center gap-2.5 rounded-control px-2.5 py-1.5 transition-colors',
}

type Props = ComponentProps<'a'> & {
  /** `text` within a sentence, `quiet` in lists, `view` for another cut of the same list, `place` in the rail, or the weight of a button. */
  look?: keyof typeof LOOKS | ButtonTone
  size?: ButtonSize
  icon?: ReactNode
}

function Anchor({ look = 'text', size = 'desk', icon, className, children, ...rest }: Props) {
  const looks = isOwnLook(look) ? LOOKS[look] : buttonLook(look, size)
  return (
    <a {...rest} className={classes(looks, className)}>
      {icon}
      {children}
    </a>
  )
}

function isOwnLook(look: NonNullable<Props['look']>): look is keyof typeof LOOKS {
  return look in LOOKS
}

const RouterLink = createLink(Anchor)

/** A link to another page of the product; what it leads to is fetched when it is about to be followed. */
export const Link: LinkComponent<typeof Anchor> = (props) => <RouterLink {...props} />
