/** What may be observed of a candidate: what the policy wants, as far as they agreed to be told of it. */

import { CONSENT_TEXT, type Visit } from '@/features/scheduling/visit'

import type { Allowed, Optional } from './watching'

export function allowedFor({ consent, watching }: Visit): Allowed {
  const wanted: Optional[] = [...watching.watches, ...(watching.shares_overlay ? (['overlay'] as const) : [])]
  // An older wording did not tell of any of it.
  const isTold = consent?.text_version === CONSENT_TEXT
  return {
    optional: isTold ? wanted : [],
    maxGazeRadiusDeg: watching.max_gaze_radius_mdeg / 1000,
    takesStills: isTold && watching.takes_stills,
    offersLiveness: isTold && watching.offers_liveness,
  }
}
