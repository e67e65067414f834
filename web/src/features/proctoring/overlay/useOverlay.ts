import { useEffect, useState } from 'react'

import { Cell, type Watchable } from '@/lib/cell'
import { useCell } from '@/lib/useCell'
import type { Downwards } from '@/live/contracts'

import type { Shown } from './shown'

export type Overlay = Downwards['proctoring.overlay_state']

const STORED_AS = 'fairview.overlay'
const NEVER = new Cell<Overlay | null>(null)
/** What is older is not drawn: it would stand where nobody is any more. */
const HOLDS_MS = 2000

interface Drawn {
  shown: Shown | undefined
  isSwitchedOff: boolean
  isWanted: boolean
  setWanted: (wanted: boolean) => void
}

/** What to draw over somebody's picture, if this browser's person wants it; off at first. */
export function useOverlay(source: Watchable<Overlay | null> = NEVER): Drawn {
  const overlay = useCell(source)
  const isOld = useOld(overlay)
  const [isWanted, setWanted] = useState(() => localStorage.getItem(STORED_AS) === 'shown')
  return {
    shown: isWanted && overlay && !isOld ? overlay : undefined,
    isSwitchedOff: overlay?.is_switched_off ?? false,
    isWanted,
    setWanted(wanted) {
      localStorage.setItem(STORED_AS, wanted ? 'shown' : 'hidden')
      setWanted(wanted)
    },
  }
}

/** How old the first one is, nobody knows: the next tells. */
function useOld(overlay: Overlay | null): boolean {
  const [old, setOld] = useState(overlay)
  useEffect(() => {
    const timer = setTimeout(() => setOld(overlay), HOLDS_MS)
    return () => clearTimeout(timer)
  }, [overlay])
  return old === overlay
}
