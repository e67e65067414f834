import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'

import { formatDate } from '@/lib/locale'
import { showRouted } from '@/testing/page'

import { DayStrip } from './DayStrip'
import type { InterviewCard } from './interviews'

function talk(
  name: string,
  hour: string,
  minutes = 45,
  state: InterviewCard['state'] = 'planned',
): InterviewCard {
  return {
    id: name,
    title: 'Nurse, surgery',
    state,
    starts_at: `2026-11-26T${hour}:00Z`,
    minutes,
    zone: 'Europe/Berlin',
    candidate: { id: name, name, email: `${name}@mail.example`, zone: 'Europe/Berlin' },
    interviewers: [],
    invitation: null,
    consent: null,
    report: null,
    open_needs: 0,
    rules_off: [],
    switchable: [],
    room_session_id: null,
    is_mine: true,
  }
}

async function strip(interviews: InterviewCard[], now = '2026-11-26T09:30:00Z') {
  await showRouted(<DayStrip interviews={interviews} nowMs={Date.parse(now)} />)
  const day = await screen.findByRole('navigation', { name: 'The day' })
  return { day, place: (name: RegExp) => within(day).getByRole('link', { name }).style }
}

test('each talk is a link that says when it is and with whom', async () => {
  const { day } = await strip([talk('Cai', '09:00'), talk('Sora', '13:30')])
  const links = within(day).getAllByRole('link')
  const time = (at: string) => formatDate(at, 'Europe/Berlin', 'time')
  expect(links.map((one) => one.getAttribute('aria-label'))).toEqual([
    `${time('2026-11-26T09:00:00Z')}, Cai`,
    `${time('2026-11-26T13:30:00Z')}, Sora`,
  ])
  expect(links[0]?.getAttribute('href')).toBe('/interviews/Cai')
})

test('a talk stands where it is in the day, as wide as it is long', async () => {
  const { place } = await strip([talk('Cai', '09:00', 60), talk('Sora', '12:00', 60)])
  expect(place(/Cai/).insetInlineStart).toBe('0%')
  expect(place(/Cai/).width).toBe('25%')
  expect(place(/Sora/).insetInlineStart).toBe('75%')
})

test('talks at the same time lie below each other, and the line after is used again', async () => {
  const { place } = await strip([
    talk('Cai', '09:00', 60),
    talk('Sora', '09:30', 60),
    talk('Dov', '10:00', 60),
  ])
  expect(place(/Sora/).top).not.toBe(place(/Cai/).top)
  expect(place(/Dov/).top).toBe(place(/Cai/).top)
})

test('the day goes from the first hour to the last, now included', async () => {
  const { day } = await strip([talk('Cai', '12:00', 60)])
  const hours = [...day.querySelectorAll('p span')].map((one) => one.textContent)
  expect(hours.map((one) => one.slice(0, 5))).toEqual(['10:00', '11:00', '12:00', '01:00', '02:00'])
})
