import { expect, test } from 'vitest'

import { meansOf, type ReportScorecard } from './ratings'

const card = (ratings: [string, number | null][]) =>
  ({
    ratings: ratings.map(([competency, rating]) => ({ competency, title: competency, rating })),
  }) as unknown as ReportScorecard

test('the mean is over those who saw it, and nobody’s is no number', () => {
  const means = meansOf([
    card([
      ['testing', 3],
      ['explanations', null],
    ]),
    card([
      ['testing', 4],
      ['explanations', null],
    ]),
  ])
  expect(means.map(({ competency, mean }) => [competency, mean])).toEqual([
    ['testing', 3.5],
    ['explanations', null],
  ])
})
