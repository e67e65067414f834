/** Appends without waiting. A queue that has ended, or that another tab took over, takes no more; the page knows. */

import type { EvidenceQueue } from './contracts'
import { OtherTabWrites } from './contracts'
import { QueueEnded } from './queue'
import type { Payload } from '@/api/messages'

export function note(queue: EvidenceQueue, payload: Payload, atUs?: number): void {
  queue.append(payload, atUs).catch((error: unknown) => {
    if (!(error instanceof QueueEnded || error instanceof OtherTabWrites)) throw error
  })
}
