import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'

import { serve, showRouted } from '@/testing/page'

import type { LotDraft } from './draft'
import { PlanReview } from './PlanReview'
import type { LotInterviews, LotPlan, PlannedRow, RowProblem } from './queries'

const LOT = { lot_id: 'spring', name: 'Spring · 1', candidates: 2, planned: 0 } as LotInterviews
const DRAFT = { title: 'Ward nurse', zone: 'Europe/Berlin', minutes: 30 } as LotDraft
const ADA = { id: 'ada', name: 'Ada' }
const CHECK = 'POST /api/lots/spring/plan/check'
const PLAN = 'POST /api/lots/spring/interviews'

const row = (name: string, time: string, problems: RowProblem[] = []): PlannedRow => ({
  candidate: { id: name, name, email: `${name}@example.org`, zone: 'Asia/Tokyo' },
  date: '2027-03-04',
  time,
  fold: null,
  starts_at: new Date(`2027-03-04T${time}:00+01:00`).toISOString(),
  interviewers: [ADA],
  problems,
})

const TAKEN: RowProblem = {
  code: 'interviewer_busy',
  params: {
    interviewer: 'Ada',
    candidate: 'Cai',
    date: '2027-03-04',
    from_time: '09:30',
    until_time: '10:15',
    zone: 'Europe/Berlin',
    interview_id: '',
  },
  blocks: false,
}
const PAST: RowProblem = { code: 'time_in_past', params: {}, blocks: true }

const plan = (...rows: PlannedRow[]): LotPlan => ({ rows, left_out: [], planned: 0, left_over: 0 })

async function showPlan(proposed: LotPlan, checked = proposed) {
  const asked = serve({
    'GET /api/people': () => [200, [{ ...ADA, email: 'ada@northwind.example' }]],
    [CHECK]: () => [200, checked],
    [PLAN]: () => [201, LOT],
  })
  const onPlanned = vi.fn()
  await showRouted(<Review proposed={proposed} onPlanned={onPlanned} />)
  await screen.findByRole('table')
  return { asked, onPlanned, person: userEvent.setup() }
}

function Review({ proposed, onPlanned }: { proposed: LotPlan; onPlanned: () => void }) {
  const [rows, setRows] = useState(proposed.rows)
  return (
    <PlanReview
      lot={LOT}
      draft={DRAFT}
      proposal={{ plan: { ...proposed, rows }, requestKey: 'key' }}
      onRows={setRows}
      onBack={vi.fn()}
      onPlanned={onPlanned}
    />
  )
}

const planButton = () => screen.getByRole<HTMLButtonElement>('button', { name: /^Plan .* send / })

test('each talk is shown on the plan’s clock and on the candidate’s', async () => {
  await showPlan(plan(row('Cai', '09:00'), row('Dov', '10:00')))
  const [, first] = screen.getAllByRole('row').filter((one) => within(one).queryByText(/Cai|Dov/))
  expect(first?.textContent).toContain('10:00')
  expect(first?.textContent).toMatch(/18:00|6:00/)
  expect(first?.textContent).toContain('Tokyo')
})

test('everyone is planned with one press, under the key of the plan', async () => {
  const { asked, onPlanned, person } = await showPlan(plan(row('Cai', '09:00'), row('Dov', '10:00')))
  await person.click(planButton())
  await waitFor(() => expect(onPlanned).toHaveBeenCalled())
  expect(asked.find(({ what }) => what === PLAN)?.body).toMatchObject({
    request_key: 'key',
    title: 'Ward nurse',
    invite: true,
    allow_overlap: false,
    rows: [
      { candidate_id: 'Cai', date: '2027-03-04', time: '09:00', fold: null, interviewer_ids: ['ada'] },
      { candidate_id: 'Dov', time: '10:00' },
    ],
  })
})

test('who is taken is said on the row, and planned only when that is meant', async () => {
  const { asked, person } = await showPlan(plan(row('Cai', '09:00', [TAKEN])))
  expect(screen.getByText(/Ada talks with Cai on .* from 09:30 to 10:15/)).toBeDefined()
  expect(planButton().disabled).toBe(true)
  await person.click(screen.getByRole('checkbox', { name: 'Plan them all the same' }))
  await person.click(planButton())
  await waitFor(() => expect(asked.at(-1)?.what).toBe(PLAN))
  expect(asked.at(-1)?.body).toMatchObject({ allow_overlap: true })
})

test('a row that cannot stay keeps all from being planned until it is out', async () => {
  const { asked, person } = await showPlan(
    plan(row('Cai', '09:00', [PAST]), row('Dov', '10:00')),
    plan(row('Dov', '10:00')),
  )
  expect(planButton().disabled).toBe(true)
  await person.click(screen.getByRole('button', { name: 'Take Cai out of the plan' }))
  await waitFor(() => expect(planButton().disabled).toBe(false))
  expect(asked.at(-1)).toMatchObject({ what: CHECK, body: { rows: [{ candidate_id: 'Dov' }] } })
})

test('a changed time is looked at again', async () => {
  const { asked, person } = await showPlan(plan(row('Cai', '09:00')), plan(row('Cai', '11:00', [TAKEN])))
  await person.click(screen.getByRole('button', { name: 'Change the talk with Cai' }))
  const time = screen.getByLabelText('Time')
  await person.clear(time)
  await person.type(time, '11:00')
  await person.click(screen.getByRole('button', { name: 'Keep the change' }))
  expect(await screen.findByText(/Ada talks with Cai/)).toBeDefined()
  expect(asked.find(({ what }) => what === CHECK)?.body).toMatchObject({ rows: [{ time: '11:00' }] })
})

test('a check that failed can be made again', async () => {
  const { person } = await showPlan(plan(row('Cai', '09:00'), row('Dov', '10:00')))
  const asked = serve({ [CHECK]: () => [503, { code: 'server_failed' }] })
  await person.click(screen.getByRole('button', { name: 'Take Dov out of the plan' }))
  await person.click(await screen.findByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(asked.map(({ what }) => what)).toEqual([CHECK, CHECK]))
})

test('what the clocks do is said before it surprises', async () => {
  await showPlan({
    ...plan(row('Cai', '09:00')),
    left_out: [
      { date: '2027-03-28', time: '02:00', why: 'skipped' },
      { date: '2027-03-28', time: '02:30', why: 'skipped' },
    ],
  })
  expect(screen.getByText(/Clocks in Berlin go forward on .* and never show 02:00 and 02:30/)).toBeDefined()
})
