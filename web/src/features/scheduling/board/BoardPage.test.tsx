import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'

import { serve, showRouted } from '@/testing/page'

import type { InterviewCard } from '../interviews'
import { lookAt, type View } from './useBoard'
import { BoardGrid } from './BoardGrid'
import { MovesBar } from './MovesBar'
import { OMAR, talk } from './testing'
import { useMoves } from './useMoves'
import { changeOf } from './useSaveMoves'

const VIEW: View = { day: '2026-11-24', by: 'week', who: '', only: '', zone: 'Europe/Berlin' }
const INVITED: Pick<InterviewCard, 'state' | 'invitation'> = {
  state: 'invited',
  invitation: {
    sent_at: '2026-11-20T09:00:00Z',
    opened_at: null,
    delivery: 'sent',
    error_code: null,
    message_id: 'letter',
  },
}
const CAI = talk('cai', '2026-11-24T09:00:00Z', INVITED)
const DOV = talk('dov', '2026-11-24T10:15:00Z', { candidate: 'Dov' })

function Board({ planned, view = VIEW }: { planned: InterviewCard[]; view?: View }) {
  const moving = useMoves()
  return (
    <>
      <BoardGrid board={lookAt(planned, view, moving)} mayMove onOpen={() => {}} />
      <MovesBar planned={planned} zone={view.zone} moving={moving} />
    </>
  )
}

const grabbed = (name: RegExp) => screen.findByRole('button', { name })

beforeEach(() => {
  vi.stubGlobal('scrollTo', () => {})
})

test('a talk is carried by keys and nothing is sent before it is saved', async () => {
  const asked = serve({ 'PATCH /api/interviews/cai': () => [200, CAI] })
  await showRouted(<Board planned={[CAI, DOV]} />)
  ;(await grabbed(/Cai 10:00 AM/)).focus()
  await userEvent.keyboard('m{ArrowDown}{ArrowDown}{Enter}')
  expect(await grabbed(/Cai 10:30 AM .*moved, not saved yet/)).toBe(document.activeElement)
  const bar = screen.getByRole('region', { name: 'Moves that are not saved yet' })
  within(bar).getByText(/1 candidate gets a letter/)
  expect(asked).toEqual([])
  await userEvent.click(within(bar).getByRole('button', { name: 'Save and send 1 letter' }))
  await vi.waitFor(() => expect(screen.queryByText(/gets a letter/)).toBeNull())
  expect(asked).toEqual([
    {
      what: 'PATCH /api/interviews/cai',
      body: {
        date: '2026-11-24',
        time: '10:30',
        zone: 'Europe/Berlin',
        fold: null,
        interviewer_ids: ['ines'],
        allow_overlap: false,
      },
    },
  ])
})

test('a clash is said before it happens', async () => {
  serve({})
  await showRouted(<Board planned={[CAI, DOV]} />)
  ;(await grabbed(/Cai 10:00 AM/)).focus()
  await userEvent.keyboard('m{ArrowDown}{ArrowDown}{ArrowDown}')
  await grabbed(/Dov 11:15 AM .*takes someone twice/)
  await userEvent.keyboard('{Enter}')
  expect(await screen.findByText('Ines talks with Dov at 11:15 AM.')).toBeDefined()
})

test('Escape leaves it where it was, and a move can be taken back', async () => {
  serve({})
  await showRouted(<Board planned={[CAI]} />)
  ;(await grabbed(/Cai 10:00 AM/)).focus()
  await userEvent.keyboard('m{ArrowRight}{Escape}')
  expect(screen.queryByRole('region', { name: /not saved/ })).toBeNull()
  await userEvent.keyboard('m{ArrowRight}{Enter}')
  await grabbed(/Cai 10:00 AM.*Nov 25/)
  await userEvent.click(screen.getByRole('button', { name: 'Take back the move of Cai' }))
  expect((await grabbed(/Cai 10:00 AM/)).textContent).not.toMatch(/moved/)
})

test('the last move is undone as everywhere', async () => {
  serve({})
  await showRouted(<Board planned={[CAI]} />)
  ;(await grabbed(/Cai 10:00 AM/)).focus()
  await userEvent.keyboard('m{ArrowDown}{Enter}m{ArrowDown}{Enter}')
  await grabbed(/Cai 10:30 AM/)
  await userEvent.keyboard('{Control>}z{/Control}')
  await grabbed(/Cai 10:15 AM .*moved/)
  await userEvent.keyboard('{Control>}z{/Control}')
  expect((await grabbed(/Cai 10:00 AM/)).textContent).not.toMatch(/moved/)
})

test('what is refused stays as a move, with the reason', async () => {
  const taken = { interviewer: 'Ines', candidate: 'Zoe', date: '2026-11-24', from_time: '10:00' }
  serve({
    'PATCH /api/interviews/dov': () => [
      409,
      { code: 'interviewer_busy', params: { ...taken, until_time: '10:45', zone: 'Europe/Berlin' } },
    ],
  })
  await showRouted(<Board planned={[DOV]} />)
  ;(await grabbed(/Dov 11:15 AM/)).focus()
  await userEvent.keyboard('m{ArrowUp}{Enter}')
  await screen.findByText(/no letter goes out/)
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  expect((await screen.findByRole('alert')).textContent).toMatch(/Ines talks with Zoe/)
})

test('by people, arrows hand the talk to another', async () => {
  serve({})
  const omars = talk('eli', '2026-11-24T12:00:00Z', { interviewers: [OMAR], candidate: 'Eli' })
  await showRouted(<Board planned={[CAI, omars]} view={{ ...VIEW, by: 'people' }} />)
  ;(await grabbed(/Cai 10:00 AM.*Ines/)).focus()
  await userEvent.keyboard('m{ArrowRight}{Enter}')
  await grabbed(/Cai 10:00 AM.*Omar/)
  expect(screen.getByText('with Omar')).toBeDefined()
})

test('of an hour that comes twice, the one that is meant is sent', () => {
  const change = (starts_at: string) => changeOf({ zone: 'Europe/Berlin', starts_at, interviewers: [] })
  expect(change('2026-10-25T00:30:00Z')).toMatchObject({ time: '02:30', fold: 0 })
  expect(change('2026-10-25T01:30:00Z')).toMatchObject({ time: '02:30', fold: 1 })
})
