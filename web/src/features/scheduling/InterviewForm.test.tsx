import { fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'

import { FairviewProblem } from '@/api/problem'
import { serve, show } from '@/testing/page'

import { type Draft, InterviewForm } from './InterviewForm'

const DRAFT: Draft = {
  title: 'Ward nurse',
  date: '2027-03-04',
  time: '14:30',
  zone: 'Europe/Berlin',
  fold: null,
  minutes: 45,
  interviewer_ids: ['ada'],
  allow_overlap: false,
}
const CAI = { name: 'Cai', zone: 'Europe/Lisbon' }

beforeEach(() => {
  serve({ 'GET /api/people': () => [200, [{ id: 'ada', name: 'Ada', email: 'ada@northwind.example' }]] })
})

async function showForm(draft: Partial<Draft> = {}, problem?: FairviewProblem) {
  const onSubmit = vi.fn()
  await show(
    <InterviewForm
      draft={{ ...DRAFT, ...draft }}
      candidate={CAI}
      submitLabel="Plan"
      busy={false}
      problem={problem}
      onSubmit={onSubmit}
    />,
  )
  const submit = () => userEvent.click(screen.getByRole('button', { name: 'Plan' }))
  return { onSubmit, submit }
}

test('both clocks are shown while the time is chosen', async () => {
  await showForm()
  expect(screen.getByText(/13:30|1:30 PM|01:30 PM/)).toBeDefined()
  expect(screen.getByText('in Lisbon')).toBeDefined()
  expect(screen.getByText('in Berlin')).toBeDefined()
})

test('a time that clocks skip is not sent, and the nearest is a press away', async () => {
  const { onSubmit, submit } = await showForm({ date: '2027-03-28', time: '02:30' })
  await submit()
  expect(onSubmit).not.toHaveBeenCalled()
  await userEvent.click(screen.getByRole('button', { name: 'Use 03:00' }))
  await submit()
  expect(onSubmit).toHaveBeenCalledWith({ ...DRAFT, date: '2027-03-28', time: '03:00' })
})

test('a time that clocks show twice is sent with which one is meant', async () => {
  const { onSubmit, submit } = await showForm({ date: '2027-10-31', time: '02:30' })
  await submit()
  expect(onSubmit).not.toHaveBeenCalled()
  await userEvent.click(screen.getByRole('radio', { name: /The second/ }))
  await submit()
  expect(onSubmit).toHaveBeenCalledWith({ ...DRAFT, date: '2027-10-31', time: '02:30', fold: 1 })
})

test('another day asks again which of two is meant', async () => {
  const { onSubmit, submit } = await showForm({ date: '2027-10-31', time: '02:30', fold: 1 })
  fireEvent.change(screen.getByLabelText('Date'), { target: { value: '2028-10-29' } })
  await submit()
  expect(onSubmit).not.toHaveBeenCalled()
})

test('what is missing is named beside its field', async () => {
  const { onSubmit, submit } = await showForm({ title: ' ', interviewer_ids: [] })
  await submit()
  expect(screen.getByText('Write what the interview is for.')).toBeDefined()
  expect(screen.getByText('Choose at least one person who asks.')).toBeDefined()
  expect(onSubmit).not.toHaveBeenCalled()
})

test('a refusal of the server stands where it belongs', async () => {
  await showForm({}, new FairviewProblem({ code: 'already_planned', params: { candidate: 'Cai' } }))
  const time = screen.getByLabelText('Time')
  const described = document.getElementById(time.getAttribute('aria-describedby') ?? '')
  expect(described?.textContent).toBe('Cai already has an interview at this time.')
})

test('who is taken is named, and it can be planned anyway', async () => {
  const params = { interviewer: 'Ines', candidate: 'Imani', date: '2027-03-04', zone: 'Europe/Berlin' }
  const problem = new FairviewProblem({
    code: 'interviewer_busy',
    params: { ...params, from_time: '14:00', until_time: '14:45', interview_id: 'other' },
  })
  const { onSubmit } = await showForm({}, problem)
  expect(screen.getByRole('alert').textContent).toMatch(
    /Ines talks with Imani on .*2027 from 14:00 to 14:45 \(clock of Berlin\)/,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Plan anyway' }))
  expect(onSubmit).toHaveBeenCalledWith({ ...DRAFT, allow_overlap: true })
})
