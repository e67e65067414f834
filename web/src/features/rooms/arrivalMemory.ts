/** What a reload must not ask again: that this tab has been through the green room, and the neutral pose. */

import type { Neutral } from '@/vision/contracts'

const KEY = 'fairview.arrival'

interface Memory {
  consent: string
  neutral?: Neutral
}

/** `consent` ties the memory to one agreement: a new one starts over. */
export function remember(consent: string | undefined, neutral: Neutral | undefined): void {
  if (!consent) return
  sessionStorage.setItem(KEY, JSON.stringify({ consent, ...(neutral && { neutral }) } satisfies Memory))
}

export function recall(consent: string | undefined): Memory | undefined {
  const text = sessionStorage.getItem(KEY)
  if (!text || !consent) return undefined
  const memory = JSON.parse(text) as Memory
  return memory.consent === consent ? memory : undefined
}
