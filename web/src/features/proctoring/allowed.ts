/** What may be observed of a candidate: what the policy wants, as far as they agreed to be told of it. */

import { isTold, type Visit } from '@/features/scheduling/visit'

import type { Allowed, Optional } from './watching'

export function allowedFor({ consent, watching }: Visit): Allowed {
  const wanted: Optional[] = [...watching.watches, ...(watching.shares_overlay ? (['overlay'] as const) : [])]
  // An older wording did not tell of any of it.
  const told = consent !== null && isTold(consent)
  return {
    optional: told ? wanted : [],
    maxGazeRadiusDeg: watching.max_gaze_radius_mdeg / 1000,
    takesStills: told && watching.takes_stills,
    offersLiveness: told && watching.offers_liveness,
  }
}
