/** The live socket as the rest of the page sees it. No React here. Times are in microseconds unless named otherwise. */

import type { Downward, Payload, Upward } from '@/api/messages'

export type LinkStatus =
  | { state: 'connecting' }
  | { state: 'open' }
  | { state: 'reconnecting'; attempt: number }
  /** Final until a person acts: another tab or device took over, removed, not allowed, ended. */
  | { state: 'refused'; code: string }
  | { state: 'closed' }

export type Downwards = { [Type in Downward['type']]: Extract<Downward, { type: Type }> }

/** This page's monotonic clock, held against the server's. */
export interface LiveClock {
  /** Names this run of the clock: new on page load and after sleep. */
  readonly epoch: string
  /** Microseconds within `epoch`. */
  nowUs(): number
  /** Whether the server was asked within this epoch. */
  readonly isMeasured: boolean
  /** The server's time (Unix microseconds) when this epoch stood at zero, as far as this page knows. */
  readonly originUs: number
  readonly uncertaintyUs: number
}

/** One socket to one room; reconnects by itself with a fresh ticket each time. */
export interface LiveLink {
  readonly status: LinkStatus
  readonly clock: LiveClock
  onStatus(listener: (status: LinkStatus) => void): () => void
  /** Hears every message of one type. A listener added late hears the newest snapshot of that type at once. */
  on<Type extends keyof Downwards>(type: Type, listener: (message: Downwards[Type]) => void): () => void
  /** Sends if the socket is open; a passing message that cannot be sent now is dropped and false returned. */
  send(message: Upward): boolean
  /** The best estimate of the server's time now, with its uncertainty. */
  serverNow(): { us: number; uncertaintyUs: number }
  open(): void
  close(): void
}

/** Room for entries that the server does not have yet. `full`: what happens now is lost, and counted in a note. */
export type Space = 'ample' | 'low' | 'full'

/** Entries of this browser's own stream: kept in IndexedDB until acknowledged, sent in order, never lost silently. */
export interface EvidenceQueue {
  /** Takes the time now (or a moment just past, `atUs` of the monotonic clock) and keeps the entry durably before it resolves; where there is no space left, a note of the loss instead. */
  append(payload: Payload, atUs?: number): Promise<void>
  /** False where this browser keeps nothing (private windows, a full disk): entries then live only as long as the page. */
  readonly durable: boolean
  /** How many entries the server has not acknowledged yet. */
  readonly pending: number
  onPending(listener: (pending: number) => void): () => void
  readonly space: Space
  onSpace(listener: (space: Space) => void): () => void
  /** Resolves once everything appended so far is acknowledged; rejects after the limit. */
  flush(limitMs: number): Promise<void>
  /** Writes the closing entry, flushes, and stops; rejects after a while, but goes on trying in the background. */
  finish(reason: string, limitMs?: number): Promise<void>
  /** Stops without the closing entry; what is pending waits in this browser for the next page load. */
  stop(): Promise<void>
  /** The newest signed head that the server gave for each stream of this author: their receipts. */
  receipts(): Promise<Downwards['evidence.acknowledged_state'][]>
}

/** Thrown by `openEvidenceQueue` when another tab of this browser already writes for this room. */
export class OtherTabWrites extends Error {}
