import { useEffect, useRef, useState } from 'react'

type Mark = { atMs: number; share: number }

/** Before so much is known, any guess would jump about. */
const LEAST_MS = 2000
const LEAST_SHARE = 0.02

/** Seconds, if it goes on as it went from the first mark to this one; nothing as long as that says too little. */
export function secondsLeft(first: Mark, now: Mark): number | undefined {
  const [tookMs, went] = [now.atMs - first.atMs, now.share - first.share]
  if (tookMs < LEAST_MS || went < LEAST_SHARE) return undefined
  return ((1 - now.share) * tookMs) / went / 1000
}

/** How long it will still take to go from this share to the whole. */
export function useTimeLeft(share: number | undefined): number | undefined {
  const first = useRef<Mark>(undefined)
  const [left, setLeft] = useState<number>()
  useEffect(() => {
    if (share === undefined) return
    const now = { atMs: performance.now(), share }
    first.current ??= now
    setLeft(secondsLeft(first.current, now))
  }, [share])
  return left
}
