/** The last words of a page that is being closed: what is still unacknowledged goes by HTTP, which outlives the page. */

import type { AppendEntries } from './delivery'

/** Browsers let a closing page send 64 KB in all. */
const TOTAL_BYTES = 60_000

/** Small batches, so that at least the oldest entries fit. */
export const LAST_WORDS = { entries: 100, bytes: 20_000, messages: 4 }

interface LastWords {
  roomSession: string
  origin: string
  token: string
  messages: readonly AppendEntries[]
}

/** Nobody hears the answer: entries stay in this browser, and the next page load repeats what did not arrive. */
export function sendLastWords({ roomSession, origin, token, messages }: LastWords): void {
  let bytes = 0
  for (const message of messages) {
    const body = new TextEncoder().encode(JSON.stringify(message))
    bytes += body.length
    if (bytes > TOTAL_BYTES) return
    void fetch(`${origin}/live/${roomSession}/entries`, {
      method: 'POST',
      keepalive: true,
      headers: { 'Content-Type': 'application/json', Authorization: `Stream ${token}` },
      body,
    }).catch(() => undefined)
  }
}
