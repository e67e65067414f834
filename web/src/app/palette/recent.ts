/** What was picked lately, newest first. For this tab alone, and forgotten at signing out: it may name candidates. */

import type { Found } from './targets'

const STORED_AS = 'fairview.palette'
const MOST = 5

export type Recent = { id: string; found?: Found | undefined }

export function recentPicks(): Recent[] {
  return JSON.parse(sessionStorage.getItem(STORED_AS) ?? '[]') as Recent[]
}

export function rememberPick(pick: Recent): void {
  const others = recentPicks().filter(({ id }) => id !== pick.id)
  sessionStorage.setItem(STORED_AS, JSON.stringify([pick, ...others].slice(0, MOST)))
}
