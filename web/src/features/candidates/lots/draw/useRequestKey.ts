import { useState } from 'react'

import { randomId } from '@/lib/random-id'

/** One key for one request: the same as long as the same is asked for, so that asking again after an answer
 *  was lost makes nothing twice. */
export function useRequestKey(asked: string): string {
  const [held, setHeld] = useState({ asked, key: randomId() })
  if (held.asked === asked) return held.key
  const fresh = { asked, key: randomId() }
  setHeld(fresh)
  return fresh.key
}
