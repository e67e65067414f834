import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'

import { serve, showRouted } from '@/testing/page'

import { MessageTable } from './MessageTable'
import type { MessageRow } from './queries'

const SENT: MessageRow = {
  id: 'sent',
  channel: 'email',
  to: 'cai@example.org',
  subject: 'Your interview',
  created_at: '2026-11-22T08:00:00Z',
  state: 'sent',
  error_code: '',
  attempts: 1,
  next_try_at: null,
  can_be_taken_back: false,
  sent_at: '2026-11-22T08:01:00Z',
  has_calendar: true,
  reference: 'invitation:1',
  about: { interview_id: 'talk', title: 'Ward nurse', candidate: 'Cai', recipient: 'Cai' },
}
const FAILED: MessageRow = {
  ...SENT,
  id: 'failed',
  state: 'failed',
  error_code: 'address_refused',
  sent_at: null,
}

async function row(message: Partial<MessageRow>) {
  await showRouted(<MessageTable messages={[{ ...SENT, ...message }]} />)
  return within((await screen.findByText('cai@example.org')).closest('tr') ?? document.body)
}

test('says to whom it went and when', async () => {
  const sent = await row({})
  expect(sent.getByText('Cai')).toBeDefined()
  expect(sent.getByText(/^Sent Sun, Nov 22/)).toBeDefined()
  expect(sent.queryByRole('button')).toBeNull()
})

test('says when the next try is', async () => {
  const waiting = await row({
    state: 'queued',
    attempts: 2,
    next_try_at: '2026-11-22T08:32:00Z',
    sent_at: null,
  })
  expect(waiting.getByText(/^Tried 2 times\. The next try is at 09:32 AM\.$/)).toBeDefined()
})

test('what was not delivered is sent again by itself', async () => {
  const asked = serve({ 'POST /api/messages/retry': () => [200, { count: 1, message_ids: ['failed'] }] })
  const failed = await row(FAILED)
  await userEvent.click(failed.getByRole('button', { name: 'Try again: Cai' }))
  await vi.waitFor(() =>
    expect(asked).toContainEqual({
      what: 'POST /api/messages/retry',
      body: { message_ids: ['failed'] },
    }),
  )
})

test('what was sent again can be taken back in its line', async () => {
  const asked = serve({ 'POST /api/messages/retry/undo': () => [200, { count: 1 }] })
  const held = await row({ ...FAILED, state: 'queued', can_be_taken_back: true })
  expect(held.getByText('Leaves in a few seconds.')).toBeDefined()
  await userEvent.click(held.getByRole('button', { name: 'Take back the message to Cai' }))
  await vi.waitFor(() => expect(asked.map(({ what }) => what)).toContain('POST /api/messages/retry/undo'))
})

test('what may have gone out is decided about on its own page', async () => {
  const unsure = await row({ ...FAILED, error_code: 'delivery_interrupted' })
  expect(unsure.getByText('may have gone out')).toBeDefined()
  expect(unsure.queryByRole('button')).toBeNull()
})
