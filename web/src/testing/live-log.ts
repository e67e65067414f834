/** The server's log for tests: strict numbers, repeats by payload, refusals, as `evidence` has them. */

import type { Downward, Payload, Upward } from '@/api/messages'

type AppendEntries = Extract<Upward, { type: 'evidence.append' }>
type Draft = AppendEntries['entries'][number]

export class LiveLog {
  readonly streams = new Map<string, Draft[]>()
  readonly batches: AppendEntries[] = []
  /** Payloads that are refused, with the code. */
  refuse: (payload: Payload) => string | undefined = () => undefined

  /** What is stored in all streams, in the order of the streams' beginnings. */
  get payloads(): Payload[] {
    return [...this.streams.values()].flat().map(({ payload }) => payload as Payload)
  }

  append(message: AppendEntries): Downward[] {
    this.batches.push(message)
    const { stream } = message
    const stored = this.streams.get(stream) ?? []
    this.streams.set(stream, stored)
    const refusals = message.entries.flatMap((draft) => {
      const code = this.#take(stored, draft)
      return code ? [{ number: draft.number, code }] : []
    })
    const answers: Downward[] = [
      {
        type: 'evidence.acknowledged_state',
        stream,
        through: stored.length,
        head: `head ${stored.length}`,
        signed_us: 1,
        path: [],
        signature: 'signature',
        key: 'key',
      },
      { type: 'evidence.stream_token_state', stream, token: `token of ${stream}` },
    ]
    return refusals.length ? [{ type: 'evidence.refused_state', stream, refusals }, ...answers] : answers
  }

  #take(stored: Draft[], draft: Draft): string | undefined {
    const code = this.refuse(draft.payload as Payload)
    if (code) return code
    if (draft.number > stored.length + 1) return 'out_of_order'
    if (draft.number === stored.length + 1) stored.push(draft)
    const same = JSON.stringify(stored[draft.number - 1]?.payload) === JSON.stringify(draft.payload)
    return same ? undefined : 'stream_conflict'
  }
}
