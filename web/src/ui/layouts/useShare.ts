import { useState } from 'react'

/** How much of the width the people have, in percent, beside a talk and beside work. */
export const SHARES = { talk: 42, work: 31 }
export const SMALLEST_SHARE = 24
export const LARGEST_SHARE = 66

export type Proportions = keyof typeof SHARES

const storedAs = (proportions: Proportions) => `fairview.room-share.${proportions}`

/** Kept for the person at this browser; null gives back the usual one. */
export function useShare(proportions: Proportions): [share: number, set: (share: number | null) => void] {
  const [share, setShare] = useState(() => rememberedShare(proportions))
  const set = (wanted: number | null) => {
    if (wanted === null) localStorage.removeItem(storedAs(proportions))
    else localStorage.setItem(storedAs(proportions), String(within(wanted)))
    setShare(rememberedShare(proportions))
  }
  return [share, set]
}

const within = (share: number) => Math.min(LARGEST_SHARE, Math.max(SMALLEST_SHARE, Math.round(share)))

function rememberedShare(proportions: Proportions): number {
  const stored = Number(localStorage.getItem(storedAs(proportions)))
  return stored ? within(stored) : SHARES[proportions]
}
