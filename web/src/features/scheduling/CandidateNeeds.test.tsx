import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'

import { serve, show } from '@/testing/page'

import { talk } from './board/testing'
import { CandidateNeeds } from './CandidateNeeds'
import type { Need } from './interviews'

const INTERVIEW = talk('one', '2026-11-26T13:30:00Z', { state: 'invited' })
const OPEN: Need = {
  id: 'need',
  kind: 'another_time',
  text: 'Not on a Thursday, please.',
  told_at: '2026-11-20T09:00:00Z',
  answer: '',
  answered_at: null,
  answered_by: null,
}
const ANSWERED: Need = {
  ...OPEN,
  answer: 'On Friday, then.',
  answered_at: '2026-11-20T10:00:00Z',
  answered_by: 'Rhea',
}
const ASKS = 'GET /api/interviews/one/needs'
const ANSWERS = 'POST /api/interviews/one/needs/need/answer'

test('what waits for an answer stands out, and is answered in place', async () => {
  let needs = [OPEN]
  const asked = serve({
    [ASKS]: () => [200, needs],
    [ANSWERS]: () => [200, (needs = [ANSWERED])],
  })
  await show(<CandidateNeeds interview={INTERVIEW} />)
  expect(await screen.findByText('Cai asks for another time')).toBeDefined()
  expect(screen.getByText('Not on a Thursday, please.')).toBeDefined()
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: 'Answer' }))
  const dialog = within(screen.getByRole('dialog', { name: 'Answer Cai' }))
  expect(dialog.getByText(/It goes to cai@example.org/)).toBeDefined()
  await user.type(dialog.getByRole('textbox', { name: 'Your answer' }), 'On Friday, then.')
  await user.click(dialog.getByRole('button', { name: 'Send the answer' }))
  expect(await screen.findByText(/Rhea answered on/)).toBeDefined()
  expect(screen.getByText('On Friday, then.')).toBeDefined()
  expect(asked.find(({ what }) => what === ANSWERS)?.body).toEqual({ text: 'On Friday, then.' })
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('when somebody was quicker, the words stay', async () => {
  serve({
    [ASKS]: () => [200, [OPEN]],
    [ANSWERS]: () => [409, { code: 'need_answered', params: { name: 'Ada' } }],
  })
  await show(<CandidateNeeds interview={INTERVIEW} />)
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: 'Answer' }))
  const words = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Your answer' })
  await user.type(words, 'No.')
  await user.click(screen.getByRole('button', { name: 'Send the answer' }))
  expect(await screen.findByText(/Ada was quicker/)).toBeDefined()
  expect(words.value).toBe('No.')
})

test('a talk that was moved is the answer', async () => {
  serve({ [ASKS]: () => [200, [{ ...ANSWERED, answer: '' }]] })
  await show(<CandidateNeeds interview={INTERVIEW} />)
  expect(await screen.findByText(/Rhea changed the time on/)).toBeDefined()
  expect(screen.queryByRole('button', { name: 'Answer' })).toBeNull()
})

test('nobody but those who plan is shown any of it', async () => {
  const asked = serve({})
  await show(<CandidateNeeds interview={INTERVIEW} />, { may: ['rooms.lead'] })
  expect(asked).toEqual([])
})
