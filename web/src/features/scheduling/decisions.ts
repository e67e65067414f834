/** Which of the further notes a candidate said yes to. Kept in the browser where they said it, and tied to one
 *  agreement: whoever goes on elsewhere, or agrees anew, is asked again. */

import type { Extra } from './visit'

const KEY = 'fairview.decisions'

interface Decisions {
  consent: string
  extras: readonly Extra[]
}

export function rememberExtras(consent: string, extras: readonly Extra[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ consent, extras } satisfies Decisions))
  } catch {
    // A browser that keeps nothing asks again after a reload.
  }
}

export function recallExtras(consent: string): readonly Extra[] | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Decisions | null
    return kept?.consent === consent ? kept.extras : undefined
  } catch {
    return undefined
  }
}
