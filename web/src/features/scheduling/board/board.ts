/** Interviews on a board: which column each is in, how high, beside what, and whom it would take twice. */

import { momentsOf, wallTimeOf } from '@/lib/walltime'

import type { InterviewCard } from '../interviews'

type Person = InterviewCard['interviewers'][number]
/** Where an interview would be once its move is saved. */
export type Moved = Pick<InterviewCard, 'starts_at' | 'interviewers'>
export type Moves = ReadonlyMap<string, Moved>
/** A day, or one person's day. */
export type Column = { id: string; date: string; person?: Person }
export type Placed = { card: InterviewCard; minute: number; lane: number; lanes: number }
export type Clash = { role: 'interviewer' | 'candidate'; name: string; other: InterviewCard }

export const STEP_MINUTES = 15
const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const DAY_MINUTES = 24 * 60
const FIRST_HOUR = 8
const LAST_HOUR = 18
const EARLIEST_KIND_HOUR = 7
const LATEST_KIND_HOUR = 21

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

export function mondayOf(date: string): string {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return addDays(date, -((weekday + 6) % 7))
}

/** The first moment of a day on the clocks of a zone; some zones skip midnight. */
export function startOf(date: string, zone: string): Date {
  return (
    momentsOf(date, '00:00', zone)[0] ?? momentsOf(date, '01:00', zone)[0] ?? new Date(`${date}T00:00:00Z`)
  )
}

export function withMoves(cards: readonly InterviewCard[], moves: Moves): InterviewCard[] {
  return cards.map((card) => ({ ...card, ...moves.get(card.id) }))
}

export const weekColumns = (monday: string): Column[] =>
  Array.from({ length: 7 }, (_, day) => addDays(monday, day)).map((date) => ({ id: date, date }))

/** A column for everyone who talks with somebody, by name. */
export function peopleColumns(date: string, cards: readonly InterviewCard[]): Column[] {
  const people = new Map(cards.flatMap(({ interviewers }) => interviewers).map((one) => [one.id, one]))
  return [...people.values()]
    .sort((one, other) => one.name.localeCompare(other.name))
    .map((person) => ({ id: person.id, date, person }))
}

export function minuteOf(at: string, zone: string): number {
  const [hours = 0, minutes = 0] = wallTimeOf(at, zone).time.split(':').map(Number)
  return hours * 60 + minutes
}

/** From the first hour to the last one that is shown, so that everything has its place. */
export function hoursOf(cards: readonly InterviewCard[], zone: string): [first: number, end: number] {
  const starts = cards.map((card) => minuteOf(card.starts_at, zone))
  const ends = cards.map((card, at) => (starts[at] ?? 0) + card.minutes)
  return [
    Math.floor(Math.min(FIRST_HOUR * 60, ...starts) / 60),
    Math.ceil(Math.min(DAY_MINUTES, Math.max(LAST_HOUR * 60, ...ends)) / 60),
  ]
}

/** What is in a column; talks at the same time stand beside each other. */
export function placed(cards: readonly InterviewCard[], { date, person }: Column, zone: string): Placed[] {
  const here = cards
    .filter((card) => wallTimeOf(card.starts_at, zone).date === date)
    .filter((card) => !person || card.interviewers.some(({ id }) => id === person.id))
    .sort((one, other) => Date.parse(one.starts_at) - Date.parse(other.starts_at))
  return bunches(here).flatMap((bunch) => sideBySide(bunch, zone))
}

/** Cards that overlap, also by way of others. */
function bunches(cards: readonly InterviewCard[]): InterviewCard[][] {
  const found: InterviewCard[][] = []
  let endMs = -Infinity
  for (const card of cards) {
    const startMs = Date.parse(card.starts_at)
    if (startMs >= endMs) found.push([])
    found.at(-1)?.push(card)
    endMs = Math.max(endMs, endOf(card))
  }
  return found
}

function sideBySide(bunch: readonly InterviewCard[], zone: string): Placed[] {
  const ends: number[] = []
  const inLanes = bunch.map((card) => {
    const free = ends.findIndex((end) => end <= Date.parse(card.starts_at))
    const lane = free < 0 ? ends.length : free
    ends[lane] = endOf(card)
    return { card, minute: minuteOf(card.starts_at, zone), lane }
  })
  return inLanes.map((one) => ({ ...one, lanes: ends.length }))
}

const endOf = ({ starts_at, minutes }: InterviewCard) => Date.parse(starts_at) + minutes * MINUTE_MS

/** Where a card would be in another column, or at another minute. Undefined where clocks never show that time. */
export function movedTo(
  card: InterviewCard,
  from: Column | undefined,
  to: Column,
  minute: number,
  zone: string,
): Moved | undefined {
  const kept = Math.max(0, Math.min(minute, DAY_MINUTES - STEP_MINUTES))
  const time = [Math.floor(kept / 60), kept % 60].map((part) => String(part).padStart(2, '0')).join(':')
  const at = momentsOf(to.date, time, zone)[0]
  return (
    at && {
      starts_at: at.toISOString(),
      interviewers: handedOver(card.interviewers, from?.person, to.person),
    }
  )
}

/** The one person gives the seat to the other, unless they have one already. */
function handedOver(panel: Person[], from?: Person, to?: Person): Person[] {
  if (!from || !to || panel.some(({ id }) => id === to.id)) return panel
  return panel.map((one) => (one.id === from.id ? to : one))
}

export function isSame(one: Moved, other: Moved): boolean {
  const panel = ({ interviewers }: Moved) =>
    interviewers
      .map(({ id }) => id)
      .sort()
      .join()
  return Date.parse(one.starts_at) === Date.parse(other.starts_at) && panel(one) === panel(other)
}

/** Whom the card would take twice, among those that stand. Talks may touch. */
export function clashesOf(card: InterviewCard, cards: readonly InterviewCard[]): Clash[] {
  const atThatTime = cards.filter(
    (other) =>
      other.id !== card.id &&
      other.state !== 'ended' &&
      Date.parse(other.starts_at) < endOf(card) &&
      Date.parse(card.starts_at) < endOf(other),
  )
  return atThatTime.flatMap((other): Clash[] => [
    ...card.interviewers
      .filter(({ id }) => other.interviewers.some((seat) => seat.id === id))
      .map(({ name }) => ({ role: 'interviewer' as const, name, other })),
    ...(other.candidate.id === card.candidate.id
      ? [{ role: 'candidate' as const, name: card.candidate.name, other }]
      : []),
  ])
}

/** Whether it would begin or end in the night of the candidate. */
export function isAtNight({ starts_at, minutes, candidate }: InterviewCard): boolean {
  const minute = minuteOf(starts_at, candidate.zone)
  return minute < EARLIEST_KIND_HOUR * 60 || minute + minutes > LATEST_KIND_HOUR * 60
}

export const canMove = ({ state }: InterviewCard) =>
  state === 'planned' || state === 'invited' || state === 'confirmed'
