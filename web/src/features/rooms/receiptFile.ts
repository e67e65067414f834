import type { SealedSession } from '@/api/messages'
import type { Downwards } from '@/live/contracts'

type Receipt = Downwards['evidence.acknowledged_state']

/** The candidate's receipts as a file, in the form that `fairview report verify --receipt` reads. */
export function receiptFile({ session, seals }: SealedSession, receipts: readonly Receipt[]): string {
  const file = { format: 'fairview.receipts.1', session, seals, receipts: receipts.map(signedHead) }
  return JSON.stringify(file, undefined, 2)
}

function signedHead({ stream, through, head, signed_us, path, signature, key }: Receipt) {
  return { stream, through, head, signed_us, path, signature, key }
}
