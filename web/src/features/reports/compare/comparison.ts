import { queryOptions } from '@tanstack/react-query'

import { answer, desk, type Schemas } from '@/api/client'

export type Comparison = Schemas['Comparison']
export type Compared = Schemas['ComparedCandidate']
type Exercise = Schemas['ComparedExercise']
type Rating = Schemas['ComparedRating']

export const comparisonQuery = (lot: string) =>
  queryOptions({
    queryKey: ['comparison', lot],
    queryFn: ({ signal }) =>
      answer(desk.GET('/api/lots/{lot_id}/comparison', { params: { path: { lot_id: lot } }, signal })),
  })

export const comparisonTable = (lot: string) => `/api/lots/${lot}/comparison.csv`

export const exerciseOf = (row: Compared, exercise: string): Exercise | undefined =>
  row.report?.exercises.find((one) => one.exercise === exercise)

export const ratingOf = (row: Compared, competency: string): Rating | undefined =>
  row.report?.ratings.find((one) => one.competency === competency)

/** How many of those who submitted a card are for going on. */
export function inFavour(row: Compared): { yes: number; count: number } {
  const said = row.report?.recommendations ?? []
  const yes = said.filter(({ recommendation }) => recommendation.endsWith('yes')).length
  return { yes, count: said.length }
}

/** Each exercise, or competency, that any of the rows has. */
export const exercisesOf = (rows: readonly Compared[]) =>
  distinct(rows.flatMap((row) => row.report?.exercises ?? []).map((one) => [one.exercise, one.title]))

export const competenciesOf = (rows: readonly Compared[]) =>
  distinct(rows.flatMap((row) => row.report?.ratings ?? []).map((one) => [one.competency, one.title]))

function distinct(pairs: [key: string, title: string][]): { key: string; title: string }[] {
  return [...new Map(pairs)].map(([key, title]) => ({ key, title }))
}
