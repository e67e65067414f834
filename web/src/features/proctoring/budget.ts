/** How much of an interviewer's attention moments may ask for. Pure. */

import { type Incident, isGap, type Rules } from './words'

/** So many moments come up by themselves in ten minutes; the others wait for afterwards. A judgement, not a measured
 *  figure: who listens to a person can spare one look aside every three minutes or so. */
export const PROMPTS_AT_MOST = 3
const WITHIN_US = 10 * 60e6

/** The moments that come up by themselves, in the order in which they were raised. It follows from the moments alone,
 *  so that a page that is loaded again asks for no more. */
export function prompted(incidents: readonly Incident[], rules: Rules): Incident[] {
  const asking = incidents.filter((incident) => asks(incident, rules))
  const came: Incident[] = []
  for (const incident of asking.toSorted((one, other) => one.raised_us - other.raised_us)) {
    const recent = came.filter(({ raised_us }) => incident.raised_us - raised_us < WITHIN_US)
    if (recent.length < PROMPTS_AT_MOST) came.push(incident)
  }
  return came
}

/** Gaps, and what counts only when a person confirms it, call nobody. */
const asks = (incident: Incident, rules: Rules) =>
  !isGap(incident) && rules[incident.rule]?.counts !== 'when_confirmed'
