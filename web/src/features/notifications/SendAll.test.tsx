import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'

import { serve, show } from '@/testing/page'
import { Toaster } from '@/ui/Toaster'

import { SendAll } from './SendAll'

test('says how many, sends them, and takes them back', async () => {
  const asked = serve({
    'GET /api/messages/sendable': () => [200, { outbox: 0, failed: 2 }],
    'POST /api/messages/retry': () => [200, { count: 2, message_ids: ['one', 'two'] }],
    'POST /api/messages/retry/undo': () => [200, { count: 2 }],
  })
  await show(
    <>
      <SendAll state="failed" />
      <Toaster />
    </>,
  )
  await userEvent.click(await screen.findByRole('button', { name: 'Send 2 messages' }))
  expect(screen.getByText(/you decide about them one by one/)).toBeDefined()
  await userEvent.click(await screen.findByRole('button', { name: 'Take back' }))
  await vi.waitFor(() =>
    expect(asked).toContainEqual({
      what: 'POST /api/messages/retry/undo',
      body: { message_ids: ['one', 'two'] },
    }),
  )
  expect(asked).toContainEqual({
    what: 'POST /api/messages/retry',
    body: { state: 'failed', message_ids: [] },
  })
})

test('is not there when there is nothing to send together', async () => {
  const asked = serve({ 'GET /api/messages/sendable': () => [200, { outbox: 3, failed: 0 }] })
  await show(<SendAll state="failed" />)
  await vi.waitFor(() => expect(asked).toHaveLength(1))
  expect(screen.queryByRole('button')).toBeNull()
})
