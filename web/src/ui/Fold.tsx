import { ChevronRight } from 'lucide-react'
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'

import { classes } from '@/lib/classes'

type Opened = {
  id: string
  open: boolean
}

/** What opens in place. Closed, nothing in it is read out or reached, and the search of the browser still finds it. */
export function Fold({ id, open, onFound, children }: Opened & { onFound: () => void; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  // React knows `hidden` as yes or no only.
  useLayoutEffect(() => {
    if (open) place.current?.removeAttribute('hidden')
    else place.current?.setAttribute('hidden', 'until-found')
  }, [open])
  useEffect(() => {
    const node = place.current
    node?.addEventListener('beforematch', onFound)
    return () => node?.removeEventListener('beforematch', onFound)
  }, [onFound])
  return (
    <div ref={place} id={id}>
      {children}
    </div>
  )
}

type OpenerProps = Opened & {
  label?: string
  className?: string
  onToggle: () => void
  children: ReactNode
}

/** Opens and closes the fold of that id. */
export function Opener({ id, open, label, className, onToggle, children }: OpenerProps) {
  return (
    <button
      type="button"
      aria-expanded={open}
      aria-controls={id}
      aria-label={label}
      onClick={onToggle}
      className={classes('rounded-mark text-start', className)}
    >
      {children}
    </button>
  )
}

/** Whether what stands beside it is open. */
export function FoldArrow({ open }: { open: boolean }) {
  return (
    <ChevronRight
      aria-hidden
      className={classes(
        'size-4 shrink-0 text-ink-3 transition-transform rtl:-scale-x-100 print:hidden',
        open && 'rotate-90 rtl:-rotate-90',
      )}
    />
  )
}
