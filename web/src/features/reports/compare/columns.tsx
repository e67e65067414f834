import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'

import { formatNumber } from '@/lib/locale'

import { DECISIONS } from '../decisionQueries'
import { CodeCell, DecisionCell, InterviewCell, MomentsCell, NameCell, ScoreCell } from './cells'
import { type Compared, competenciesOf, exerciseOf, exercisesOf, inFavour, ratingOf } from './comparison'
import type { Known } from './sorting'

export type Column = {
  key: string
  title: string
  /** What the column sorts by; null where nothing is known. */
  value: (row: Compared) => Known
  cell: (row: Compared) => ReactNode
  /** Sorts from the largest. */
  isNumber?: boolean
}

type Translate = TFunction<'comparison'>

/** The columns that these rows need: those that everyone has, one for each exercise and competency. */
export function columnsFor(rows: readonly Compared[], t: Translate): [Column, ...Column[]] {
  return [
    { key: 'name', title: t('candidate'), value: (row) => row.name, cell: (row) => <NameCell row={row} /> },
    {
      key: 'decision',
      title: t('decision'),
      value: (row) => (row.decision ? DECISIONS.indexOf(row.decision.decision) : null),
      cell: (row) => <DecisionCell row={row} />,
    },
    { key: 'place', title: t('place'), value: (row) => row.place, cell: (row) => formatNumber(row.place) },
    {
      key: 'interview',
      title: t('interview'),
      value: (row) => row.interview?.starts_at ?? null,
      cell: (row) => <InterviewCell row={row} />,
    },
    ...attentionColumns(t),
    ...exercisesOf(rows).map(({ key, title }) => exerciseColumn(key, title)),
    ...competenciesOf(rows).map(({ key, title }) => competencyColumn(key, title)),
    {
      key: 'recommendations',
      title: t('recommended'),
      isNumber: true,
      value: (row) => shareInFavour(row),
      cell: (row) => recommended(row, t),
    },
  ]
}

function attentionColumns(t: Translate): Column[] {
  return [
    {
      key: 'score',
      title: t('score'),
      isNumber: true,
      value: (row) => row.report?.score ?? null,
      cell: (row) => <ScoreCell row={row} />,
    },
    {
      key: 'moments',
      title: t('moments'),
      isNumber: true,
      value: (row) => (row.report ? row.report.open + row.report.confirmed : null),
      cell: (row) => <MomentsCell row={row} />,
    },
  ]
}

function exerciseColumn(key: string, title: string): Column {
  const tested = (row: Compared) => {
    const exercise = exerciseOf(row, key)
    return exercise?.verdict ? exercise : undefined
  }
  return {
    key: `exercise-${key}`,
    title,
    isNumber: true,
    value: (row) => {
      const exercise = tested(row)
      return exercise ? exercise.passed / Math.max(1, exercise.total) : null
    },
    cell: (row) => <CodeCell exercise={exerciseOf(row, key)} />,
  }
}

function competencyColumn(key: string, title: string): Column {
  return {
    key: `competency-${key}`,
    title,
    isNumber: true,
    value: (row) => ratingOf(row, key)?.mean_tenths ?? null,
    cell: (row) => {
      const tenths = ratingOf(row, key)?.mean_tenths ?? null
      return tenths === null ? '–' : formatNumber(tenths / 10, { minimumFractionDigits: 1 })
    },
  }
}

function shareInFavour(row: Compared): number | null {
  const { yes, count } = inFavour(row)
  return count === 0 ? null : yes / count
}

function recommended(row: Compared, t: Translate): string {
  if (row.report?.withheld) return t('withheld')
  const { yes, count } = inFavour(row)
  return count === 0 ? '–' : t('in_favour', { yes, count })
}
