import { type ReactNode, useRef } from 'react'

import { classes } from '@/lib/classes'

import { useHiddenEdges } from './useHiddenEdges'

/** For the cells of a first column that stays while the others move: it takes the row's ground and casts the
 *  shade, so that the region has none on that side. */
export const staysLook = classes(
  'desk:sticky desk:-start-1 desk:z-1 desk:bg-inherit',
  'desk:after:pointer-events-none desk:after:absolute desk:after:inset-y-0 desk:after:start-full desk:after:w-3',
  'desk:after:bg-linear-to-r desk:after:from-edge desk:after:to-transparent desk:after:opacity-0',
  'desk:after:transition-opacity desk:group-data-[before]/sideways:after:opacity-100',
)

type Props = {
  label: string
  /** Its first column stays, by `staysLook`. */
  firstStays?: boolean
  children: ReactNode
}

/** What may be wider than the page. It moves sideways by touch, wheel and keys, and a shade on an edge says that
 *  there is more beyond it. */
export function Sideways({ label, firstStays, children }: Props) {
  const region = useRef<HTMLDivElement>(null)
  const { start, end } = useHiddenEdges(region)
  const moves = start || end
  return (
    <div className="relative flow-root">
      <div
        ref={region}
        {...(moves && { tabIndex: 0, role: 'region', 'aria-label': label })}
        data-before={start || undefined}
        className="group/sideways relative -m-1 overflow-x-auto p-1"
      >
        {children}
      </div>
      <Edge side="start" shown={start && !firstStays} />
      <Edge side="end" shown={end} />
    </div>
  )
}

const SIDES = {
  start: '-start-1 bg-linear-to-r',
  end: '-end-1 bg-linear-to-l',
}

function Edge({ side, shown }: { side: keyof typeof SIDES; shown: boolean }) {
  return (
    <span
      aria-hidden
      className={classes(
        'pointer-events-none absolute inset-y-0 w-3 from-edge to-transparent transition-opacity',
        SIDES[side],
        !shown && 'opacity-0',
      )}
    />
  )
}
