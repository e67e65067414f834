import { type ReactNode, useRef } from 'react'

import { classes } from '@/lib/classes'

import { LanguageSwitch } from './LanguageSwitch'
import { Logo } from './Logo'
import { Mark } from './Mark'
import { useScrollRoom } from './useScrollRoom'
import { useWornLook } from './wornLook'

type Props = {
  name?: string | undefined
  by: string
  /** The way out of what is under way. */
  wayOut?: ReactNode
  /** How far one is. */
  progress?: ReactNode
}

/** Whose page it is, how far one is and the way out, in sight wherever one reads; not in low windows. */
export function JourneyHeader({ name, by, wayOut, progress }: Props) {
  const bar = useRef<HTMLElement>(null)
  const logo = useWornLook()?.logo
  useScrollRoom(bar, 'start')
  return (
    <header
      ref={bar}
      className="z-20 -mx-5 bg-paper px-5 pt-2 pb-3 [@media(min-height:30rem)]:sticky [@media(min-height:30rem)]:top-0"
    >
      <div className="flex min-h-12 items-center gap-2.5">
        {logo && name ? <Logo logo={logo} name={name} /> : <Mark />}
        <p className="min-w-0 grow text-15">
          {name && !logo && <strong className="font-semibold">{name}</strong>}{' '}
          <span className={classes('text-ink-2', Boolean(name && wayOut) && 'max-sm:hidden')}>{by}</span>
        </p>
        <LanguageSwitch nameHidden={wayOut ? 'narrow' : undefined} />
        {wayOut}
      </div>
      {progress}
    </header>
  )
}
