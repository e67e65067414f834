/** What a reload must not ask again: that this tab has been through the green room, and what was measured there. */

import type { Calibration } from '@/vision/calibration'
import type { Neutral } from '@/vision/contracts'
import type { LivenessCheck } from '@/vision/liveness'

const KEY = 'fairview.arrival'

export interface Measured {
  neutral?: Neutral | undefined
  calibration?: Calibration | undefined
  liveness?: LivenessCheck | undefined
}

interface Memory extends Measured {
  consent: string
}

/** `consent` ties the memory to one agreement: a new one starts over. */
export function remember(consent: string | undefined, measured: Measured): void {
  if (!consent) return
  sessionStorage.setItem(KEY, JSON.stringify({ consent, ...measured } satisfies Memory))
}

export function recall(consent: string | undefined): Measured | undefined {
  const text = sessionStorage.getItem(KEY)
  if (!text || !consent) return undefined
  const memory = JSON.parse(text) as Memory
  return memory.consent === consent ? memory : undefined
}
