/** Words of coding in the browser. */

import type { Schemas } from '@/api/client'
import type { Watchable } from '@/lib/cell'
import type { Downwards, EvidenceQueue, LiveLink } from '@/live/contracts'

export type WorkspaceState = Downwards['coding.workspace_state']
export type Assignment = Schemas['WireAssignmentState']
export type Run = Schemas['WireRunSummary']
export type Language = Assignment['language']
export type Purpose = Run['purpose']
/** A run as this page shows it: the server's, or one in this browser, of which only this page knows. */
export type ShownRun = Run & { inBrowser?: true }

export type RoomState = Downwards['rooms.room_state']
export type Participant = RoomState['participants'][number]

/** What coding needs of the talk that it happens in. */
export interface Talk {
  readonly link: LiveLink
  readonly queue: EvidenceQueue
  readonly room: Watchable<RoomState | null>
  /** The participant on this page. */
  readonly me: string
  readonly roomSession: string
}

/** An assigned exercise has one document in each of its languages. */
export const documentOf = ({ id }: Assignment, language: Language): string => `${id}:${language}`

/** Characters in one document; the server takes no more. */
export const MAX_DOCUMENT = 50_000
/** Characters that may come in at once. */
export const MAX_PASTE = 10_000
