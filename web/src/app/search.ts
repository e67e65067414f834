/** What the part of an address after the question mark may hold; anything else is left out. */

import type { Schemas } from '@/api/client'

type Raw = Record<string, unknown>

/** What looks like a number arrives as one. */
const text = (value: unknown) =>
  (typeof value === 'string' && value) || typeof value === 'number' ? String(value) : undefined
const pageNumber = (value: unknown) =>
  Number.isInteger(value) && Number(value) > 1 ? Number(value) : undefined

function kept<Search extends Record<string, unknown>>(search: Search) {
  type Kept = { [Name in keyof Search]?: Exclude<Search[Name], undefined> }
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as Kept
}

export const listSearch = (raw: Raw) => kept({ search: text(raw.search), page: pageNumber(raw.page) })

export const lotsSearch = (raw: Raw) => kept({ pool: text(raw.pool), page: pageNumber(raw.page) })

/** Who of a pool takes part, and in which order, as the pool's own page says it. */
export const drawSearch = (raw: Raw) =>
  kept({
    search: text(raw.search),
    column: text(raw.column),
    value: text(raw.value),
    order: text(raw.order),
  })

export const poolSearch = (raw: Raw) => kept({ ...drawSearch(raw), page: pageNumber(raw.page) })

export const poolsSearch = (raw: Raw) =>
  kept({ show: raw.show === 'archived' ? ('archived' as const) : undefined, page: pageNumber(raw.page) })

export const importSearch = (raw: Raw) => kept({ run: text(raw.run) })

const WAITS = [
  'candidate_waiting',
  'need_open',
  'delivery_failed',
  'consent_missing',
  'not_answered',
  'not_invited',
  'scorecard_missing',
  'moments_open',
  'decision_due',
  'report_ready',
] as const satisfies readonly Schemas['Waiting']['kind'][]

export const interviewsSearch = (raw: Raw) =>
  kept({
    when: raw.when === 'past' ? ('past' as const) : undefined,
    lot: text(raw.lot),
    waits: WAITS.find((kind) => kind === raw.waits),
    page: pageNumber(raw.page),
  })

const day = (value: unknown) =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
    ? value
    : undefined

const SHOWN = ['not_invited', 'not_agreed', 'clashing'] as const

export const boardSearch = (raw: Raw) =>
  kept({
    day: day(raw.day),
    by: raw.by === 'people' ? ('people' as const) : undefined,
    who: text(raw.who),
    only: SHOWN.find((only) => only === raw.only),
    zone: text(raw.zone),
  })

const FATES = ['on_its_way', 'outbox', 'sent', 'failed'] as const

export const messagesSearch = (raw: Raw) =>
  kept({
    fate: FATES.find((fate) => fate === raw.fate),
    search: text(raw.search),
    interview: text(raw.interview),
    page: pageNumber(raw.page),
  })

export const newInterviewSearch = (raw: Raw) => kept({ candidate: text(raw.candidate) })

const ROLES = ['candidate', 'interviewer'] as const

export const doorSearch = (raw: Raw) => kept({ role: ROLES.find((role) => role === raw.role) })

/** Only a path of our own may be the next place. */
export const signInSearch = (raw: Raw) => {
  const next = text(raw.next)
  return kept({ next: next?.startsWith('/') && !/^\/[/\\]/.test(next) ? next : undefined })
}
