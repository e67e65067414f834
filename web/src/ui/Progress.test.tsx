import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'

import { show } from '@/testing/page'

import { Progress } from './Progress'
import { secondsLeft } from './useTimeLeft'

const bar = () => screen.getByRole('progressbar', { name: 'Reading nurses.csv' })

test('how far it is, as a number and in words', async () => {
  await show(<Progress label="Reading nurses.csv" share={0.25} said="50 of 200 rows" />)
  expect(bar().getAttribute('aria-valuenow')).toBe('0.25')
  expect(bar().getAttribute('aria-valuetext')).toBe('50 of 200 rows')
})

test('where nobody knows how much it is, it gives no number', async () => {
  await show(<Progress label="Reading nurses.csv" said="50 rows" />)
  expect(bar().hasAttribute('aria-valuenow')).toBe(false)
  expect(screen.getByText('50 rows')).toBeDefined()
})

const BEGAN = { atMs: 1000, share: 0.1 }

test.each([
  ['a quarter more took three seconds', { atMs: 4000, share: 0.35 }, 7.8],
  ['all of it is done', { atMs: 4000, share: 1 }, 0],
])('what is left, where %s', (_, now, left) => {
  expect(secondsLeft(BEGAN, now)).toBeCloseTo(left)
})

test.each([
  ['at once', { atMs: 1500, share: 0.5 }],
  ['while nothing moves', { atMs: 60_000, share: 0.1 }],
  ['when it has gone back', { atMs: 60_000, share: 0 }],
])('nobody guesses %s', (_, now) => {
  expect(secondsLeft(BEGAN, now)).toBeUndefined()
})
