/** What the server does not have yet of a scorecard, kept by this tab through a reload and forgotten once it is saved. */

import type { Draft } from './draft'

/** `base` is what the server had when `draft` was written. */
type Unsaved = { base: Draft; draft: Draft }

export type UnsavedPlace = {
  read: () => Unsaved | undefined
  keep: (unsaved: Unsaved | undefined) => void
}

export function unsavedOf(roomSession: string): UnsavedPlace {
  const storedAs = `fairview.scorecard.${roomSession}`
  return {
    read: () => (JSON.parse(sessionStorage.getItem(storedAs) ?? 'null') as Unsaved | null) ?? undefined,
    keep: (unsaved) => {
      if (unsaved) sessionStorage.setItem(storedAs, JSON.stringify(unsaved))
      else sessionStorage.removeItem(storedAs)
    },
  }
}

export const keepsNothing: UnsavedPlace = { read: () => undefined, keep: () => undefined }
