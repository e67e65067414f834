/** Which moments of a talk a person left for later, in this browser. In the log they stay open, and in the report they
 *  wait to be looked at. */

const STORED_AS = 'fairview.put-off'

type Kept = { room: string; moments: string[] }

export function putOffIn(room: string): string[] {
  const kept = JSON.parse(localStorage.getItem(STORED_AS) ?? 'null') as Kept | null
  return kept?.room === room ? kept.moments : []
}

/** Only the newest room is remembered. */
export function keepPutOff(room: string, moments: string[]): void {
  localStorage.setItem(STORED_AS, JSON.stringify({ room, moments } satisfies Kept))
}
