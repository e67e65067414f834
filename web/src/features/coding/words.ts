/** What runs and their verdicts are called on pages. */

import type { useTranslation } from 'react-i18next'

import { formatNumber } from '@/lib/locale'

import type { Assignment, Run, ShownRun } from './contracts'

type Translate = ReturnType<typeof useTranslation<'coding'>>['t']

const LEVELS = { 'warm-up': 'level_warm_up', easy: 'level_easy', medium: 'level_medium' } as const

export const levelWords = ({ level }: Pick<Assignment, 'level'>, t: Translate): string => t(LEVELS[level])

export const isOver = (run: Run) => run.state === 'finished'

/** One line: how far it is, or how it ended with what it took. */
export function runWords(run: ShownRun, t: Translate): string {
  if (run.state === 'queued') return run.inBrowser ? t('fetching') : t('queued', { count: run.position })
  if (run.state === 'running') return t('running')
  if (run.verdict === 'IE' || !run.verdict) return t('ended_ie')
  return [outcomeWords(run, t), ...costWords(run)].join(' · ')
}

/** The same, and where, if not on the server. */
export const placedWords = (run: ShownRun, t: Translate): string =>
  run.inBrowser ? `${runWords(run, t)} · ${t('in_browser')}` : runWords(run, t)

/** How it ended, in plain words. */
export function outcomeWords(
  run: Pick<Run, 'purpose' | 'verdict' | 'passed' | 'total' | 'time_ms'>,
  t: Translate,
): string {
  const { purpose, verdict, passed, total } = run
  const end = endWords(run, t)
  if (purpose === 'run' || verdict === 'CE') return end
  const share = t(`passed_${purpose}`, { passed: formatNumber(passed), count: total })
  return verdict === 'AC' || verdict === 'WA' ? share : `${share} · ${end}`
}

export function endWords({ verdict, time_ms }: Pick<Run, 'verdict' | 'time_ms'>, t: Translate): string {
  // Of a hidden test a candidate is not told how long it took.
  if (verdict === 'TLE' && time_ms < 1000) return t('ended_tle_untimed')
  return t(`ended_${(verdict ?? 'IE').toLowerCase()}`, { seconds: formatNumber(Math.floor(time_ms / 1000)) })
}

/** `41 ms`, `9.8 MB`; nothing where nothing was measured, or is not told. */
export function costWords({ time_ms, memory_kb }: Pick<Run, 'time_ms' | 'memory_kb'>): string[] {
  const time = formatNumber(time_ms, { style: 'unit', unit: 'millisecond' })
  const memory = { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 } as const
  return memory_kb > 0 ? [time, formatNumber(memory_kb / 1024, memory)] : []
}

/** Why the server can run nothing. */
export const lackWords = (codes: readonly string[], t: Translate): string =>
  codes.map((code) => t([`lacks_${code}`, 'lacks_something'])).join(' ')
