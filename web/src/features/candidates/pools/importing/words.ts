/** What an import and its rows say, in words. */

import { useTranslation } from 'react-i18next'

import type { ChipTone } from '@/ui/Chip'

import type { Import, Row, RowState } from './queries'

const DELIMITERS: Record<string, string> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' }
const ENCODINGS: Record<string, string> = {
  'utf-8': 'UTF-8',
  'utf-8-sig': 'UTF-8',
  'utf-16': 'UTF-16',
  'utf-16-le': 'UTF-16',
  'utf-16-be': 'UTF-16',
  cp1252: 'Windows-1252',
  'latin-1': 'Latin-1',
}

/** How the file was understood, so that wrong letters or columns can be explained. */
export function useFileForm({ encoding, delimiter, sheet }: Import): string {
  const { t } = useTranslation('pools')
  if (sheet) return t('form_sheet', { sheet })
  const mark = t(`delimiter_${DELIMITERS[delimiter] ?? 'comma'}`)
  return t('form_csv', { encoding: ENCODINGS[encoding] ?? encoding, mark })
}

export function useRowProblem(): (problem: Row['problems'][number]) => string {
  const { t } = useTranslation('pools')
  return ({ code, params }) => t(`problem_${code}`, params)
}

export const ROW_TONES: Record<RowState, ChipTone> = {
  waiting: 'plain',
  new: 'ok',
  merged: 'plain',
  bad: 'grave',
  undone: 'plain',
  kept: 'notice',
}

export const IMPORT_TONES: Record<Import['state'], ChipTone> = {
  reading: 'plain',
  read: 'notice',
  checking: 'plain',
  checked: 'notice',
  running: 'plain',
  stopped: 'grave',
  done: 'ok',
  undoing: 'plain',
  undone: 'plain',
  failed: 'grave',
}
