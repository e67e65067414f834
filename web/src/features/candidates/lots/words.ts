/** A lot told in plain sentences. */

import type { TFunction } from 'i18next'

import { formatNumber } from '@/lib/locale'

import type { LotLine } from './queries'

type T = TFunction<'lots'>
export type Kind = 'random' | 'stratified' | 'ranked'

const COLUMN_ORDER = 'value:'

export function readStrategy(strategy: string): { kind: Kind; field: string } {
  const [kind, ...field] = strategy.split(':')
  return { kind: kind as Kind, field: field.join(':') }
}

/** The column whose values got shares of the places; empty where none did. */
export function groupField({ strategy }: LotLine): string {
  const { kind, field } = readStrategy(strategy)
  return kind === 'stratified' ? field : ''
}

export function readOrder(order: string): { by: string; column: string; backwards: boolean } {
  const backwards = order.startsWith('-')
  const by = backwards ? order.slice(1) : order
  return by.startsWith(COLUMN_ORDER)
    ? { by: 'value', column: by.slice(COLUMN_ORDER.length), backwards }
    : { by, column: '', backwards }
}

export function orderWords(order: string, t: T): string {
  const { by, column, backwards } = readOrder(order)
  return t(`order_${by}_${backwards ? 'down' : 'up'}`, { column })
}

export function wayWords(lot: LotLine, t: T): string {
  if (lot.way !== 'lot') return t(`way_${lot.way}`)
  const { kind, field } = readStrategy(lot.strategy)
  return t(`way_${kind}`, { field })
}

/** How many of how many: `3 of 10`. */
export function shareWords(lot: LotLine, t: T): string {
  return t('share', { size: formatNumber(lot.size), members: formatNumber(lot.pool_size) })
}

export function filterWords(rule: { search: string; column: string; value: string }, t: T): string[] {
  const { search, column, value } = rule
  return [
    ...(search ? [t('filter_search', { search })] : []),
    ...(column ? [t(value ? 'filter_column' : 'filter_empty', { column, value })] : []),
  ]
}

/** In groups of four, as people compare them. */
export const grouped = (hash: string) => hash.match(/.{1,4}/g)?.join(' ') ?? ''
