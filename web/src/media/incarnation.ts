/**
 * Which connection a session description speaks for. A page makes a new key pair for each of its peer connections, so
 * another fingerprint means that the other side has begun anew: reloaded, or rebuilt.
 */
export function incarnationOf(sdp: string): string {
  return /^a=fingerprint:\S+ (\S+)/m.exec(sdp)?.[1] ?? ''
}

/** Whether a candidate belongs to the description that is in force. */
export function belongsTo(candidate: { usernameFragment: string | null }, sdp: string): boolean {
  return candidate.usernameFragment === null || sdp.includes(`a=ice-ufrag:${candidate.usernameFragment}`)
}
