/** What the person is about to ask for, as the form holds it. */

import type { Schemas } from '@/api/client'

import type { Preview, Way, Wish } from '../queries'
import { type Kind, readOrder } from '../words'

export type Filter = { search: string; column: string; value: string }

export type Draft = {
  way: Way
  size: string
  kind: Kind
  /** The column of the strategy. */
  field: string
  seed: string
  order: string
  /** Members chosen by hand, in the order of choosing. */
  chosen: string[]
}

export type Trouble = 'size_missing' | 'size_too_large' | 'field_missing' | 'seed_wrong' | 'nobody_chosen'

const SEED = /^([0-9a-f]{2}){1,64}$/i
/** Fewer bytes than this are soon tried out. */
const SAFE_SEED_DIGITS = 32
const SEED_BYTES = 32

export const MOST_BY_HAND = 1000

export function firstDraft(order: string, chosen: string[]): Draft {
  const ordered = readOrder(order).by === 'value'
  return {
    way: chosen.length ? 'hand' : ordered ? 'order' : 'lot',
    size: '',
    kind: 'random',
    field: '',
    seed: '',
    order,
    chosen,
  }
}

function strategyOf({ way, kind, field }: Draft): string {
  return way !== 'lot' || kind === 'random' ? 'random' : `${kind}:${field}`
}

/** Undefined while a column is still to be chosen. */
export function wishOf(pool: string, filter: Filter, draft: Draft): Wish | undefined {
  if (draft.way === 'lot' && draft.kind !== 'random' && !draft.field) return undefined
  const everyone = { search: '', column: '', value: '' }
  return {
    pool_id: pool,
    way: draft.way,
    ...(draft.way === 'hand' ? everyone : filter),
    order: draft.order,
    strategy: strategyOf(draft),
  }
}

export function sizeOf({ way, size, chosen }: Draft): number {
  return way === 'hand' ? chosen.length : /^\d{1,9}$/.test(size.trim()) ? Number(size) : 0
}

export function troubleOf(draft: Draft, preview: Preview | undefined): Trouble | undefined {
  if (draft.way === 'hand') return draft.chosen.length ? undefined : 'nobody_chosen'
  if (draft.way === 'lot' && draft.kind !== 'random' && !draft.field) return 'field_missing'
  if (sizeOf(draft) < 1) return 'size_missing'
  if (preview && sizeOf(draft) > preview.members) return 'size_too_large'
  if (draft.way === 'lot' && draft.seed.trim() && !SEED.test(draft.seed.trim())) return 'seed_wrong'
  return undefined
}

/** What is sent, apart from its key: exactly what was looked at. */
export function requestOf(
  wish: Wish,
  draft: Draft,
  preview: Preview,
): Omit<Schemas['LotIn'], 'request_key' | 'name'> {
  return {
    ...wish,
    size: sizeOf(draft),
    seed: draft.way === 'lot' ? draft.seed.trim() : '',
    member_ids: draft.way === 'hand' ? draft.chosen : [],
    seen_hash: preview.pool_hash,
    seen_lots: preview.lots,
  }
}

export const isShortSeed = (seed: string) => SEED.test(seed.trim()) && seed.trim().length < SAFE_SEED_DIGITS

export function makeSeed(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(SEED_BYTES))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** How many places a value gets: a whole share, or one of two whole numbers, which the draw decides. */
export function shareOf(members: number, all: number, size: number): [least: number, most: number] {
  const share = (size * members) / all
  return [Math.floor(share), Math.ceil(share)]
}
