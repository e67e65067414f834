import { expect, test } from 'vitest'

import type { InterviewCard } from '../interviews'
import {
  clashesOf,
  hoursOf,
  isAtNight,
  isSame,
  mondayOf,
  movedTo,
  peopleColumns,
  placed,
  startOf,
  weekColumns,
  withMoves,
} from './board'
import { INES, OMAR, talk } from './testing'

const BERLIN = 'Europe/Berlin'
const tuesday = { id: '2026-11-24', date: '2026-11-24' }
const at = (time: string) => `2026-11-24T${time}:00Z`

const places = (cards: InterviewCard[]) =>
  placed(cards, tuesday, BERLIN).map(({ card, minute, lane, lanes }) => [card.id, minute, lane, lanes])

test('a week begins on Monday', () => {
  expect(['2026-11-23', '2026-11-24', '2026-11-29'].map(mondayOf)).toEqual(Array(3).fill('2026-11-23'))
  expect(weekColumns('2026-11-23').at(-1)?.date).toBe('2026-11-29')
})

test('talks stand where clocks of the zone show them, and beside each other where they overlap', () => {
  const cards = [
    talk('a', at('09:00')),
    talk('b', at('09:30')),
    talk('c', at('10:15')),
    talk('d', at('11:00')),
  ]
  expect(places(cards)).toEqual([
    ['a', 600, 0, 2],
    ['b', 630, 1, 2],
    ['c', 675, 0, 1],
    ['d', 720, 0, 1],
  ])
})

test('a late talk belongs to the day on which it begins there', () => {
  expect(placed([talk('a', '2026-11-23T23:30:00Z')], tuesday, BERLIN)).toHaveLength(1)
})

test('the hours grow with what is planned', () => {
  expect(hoursOf([], BERLIN)).toEqual([8, 18])
  expect(hoursOf([talk('a', at('05:30')), talk('b', at('18:30'))], BERLIN)).toEqual([6, 21])
})

test('a person’s column has their talks, and moving to another hands over the seat', () => {
  const shared = talk('a', at('09:00'), { interviewers: [INES] })
  const [ines, omar] = peopleColumns('2026-11-24', [shared, talk('b', at('09:00'), { interviewers: [OMAR] })])
  if (!ines || !omar) throw new Error('two columns')
  expect(placed([shared], omar, BERLIN)).toEqual([])
  expect(movedTo(shared, ines, omar, 600, BERLIN)).toEqual({
    starts_at: '2026-11-24T09:00:00.000Z',
    interviewers: [OMAR],
  })
  const both = talk('c', at('09:00'), { interviewers: [INES, OMAR] })
  expect(movedTo(both, ines, omar, 600, BERLIN)?.interviewers).toEqual([INES, OMAR])
})

test('there is no way to an hour that clocks skip', () => {
  const spring = { id: 'spring', date: '2027-03-28' }
  expect(movedTo(talk('a', at('09:00')), undefined, spring, 150, BERLIN)).toBeUndefined()
  expect(startOf('2027-03-28', BERLIN).toISOString()).toBe('2027-03-27T23:00:00.000Z')
})

test('who would be taken twice is said, by the times as they would be', () => {
  const [first, second] = [talk('a', at('09:00')), talk('b', at('10:00'), { candidate: 'Dov' })]
  expect(clashesOf(second, [first, second])).toEqual([])
  const moved = withMoves([first, second], new Map([['b', { starts_at: at('09:30'), interviewers: [INES] }]]))
  expect(clashesOf(moved[1] ?? second, moved)).toEqual([
    { role: 'interviewer', name: 'Ines', other: moved[0] },
  ])
})

test('touching is not overlapping, and what is over takes nobody', () => {
  const first = talk('a', at('09:00'))
  expect(clashesOf(talk('b', at('09:45')), [first])).toEqual([])
  expect(clashesOf(talk('b', at('09:15')), [{ ...first, state: 'ended' }])).toEqual([])
})

test('the night of the candidate counts, not ours', () => {
  expect(isAtNight(talk('a', at('09:00'), { zone: 'America/New_York' }))).toBe(true)
  expect(isAtNight(talk('a', at('14:00'), { zone: 'America/New_York' }))).toBe(false)
})

test('back where it was is no move', () => {
  const card = talk('a', at('09:00'))
  expect(isSame(card, { starts_at: '2026-11-24T10:00:00+01:00', interviewers: card.interviewers })).toBe(true)
})
