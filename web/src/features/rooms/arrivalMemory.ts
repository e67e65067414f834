/** What a reload must not ask again: that this tab has been through the green room, what was measured there, and
 *  what the person switched off since. */

import type { Optional } from '@/features/proctoring/watching'
import type { Calibration } from '@/vision/calibration'
import type { Neutral } from '@/vision/contracts'
import type { LivenessCheck } from '@/vision/liveness'

const KEY = 'fairview.arrival'

export interface Arrived {
  neutral?: Neutral | undefined
  calibration?: Calibration | undefined
  liveness?: LivenessCheck | undefined
  off?: readonly Optional[] | undefined
}

interface Memory extends Arrived {
  consent: string
}

/** `consent` ties the memory to one agreement: a new one starts over. */
export function remember(consent: string | undefined, arrived: Arrived): void {
  if (!consent) return
  sessionStorage.setItem(KEY, JSON.stringify({ consent, ...arrived } satisfies Memory))
}

export function recall(consent: string | undefined): Arrived | undefined {
  const text = sessionStorage.getItem(KEY)
  if (!text || !consent) return undefined
  const memory = JSON.parse(text) as Memory
  return memory.consent === consent ? memory : undefined
}
