import { useEffect, useState } from 'react'

const LOOK_AGAIN_MS = 15_000

/** What time it is, in milliseconds; it goes on while something moves with it. */
export function useNow(moving: boolean): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!moving) return
    const timer = setInterval(() => setNow(Date.now()), LOOK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [moving])
  return now
}
