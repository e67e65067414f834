import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'

import { serve, show } from '@/testing/page'

import { SendAll } from './SendAll'

test('says how many, asks, and sends them', async () => {
  const asked = serve({
    'GET /api/messages/sendable': () => [200, { outbox: 0, failed: 12 }],
    'POST /api/messages/retry': () => [200, { count: 12 }],
  })
  await show(<SendAll state="failed" />)
  await userEvent.click(await screen.findByRole('button', { name: 'Send 12 messages' }))
  expect(screen.getByText(/you decide about them one by one/)).toBeDefined()
  await userEvent.click(screen.getByRole('button', { name: 'Send 12 messages' }))
  await vi.waitFor(() =>
    expect(asked).toContainEqual({ what: 'POST /api/messages/retry', body: { state: 'failed' } }),
  )
})

test('is not there when there is nothing to send together', async () => {
  const asked = serve({ 'GET /api/messages/sendable': () => [200, { outbox: 3, failed: 0 }] })
  await show(<SendAll state="failed" />)
  await vi.waitFor(() => expect(asked).toHaveLength(1))
  expect(screen.queryByRole('button')).toBeNull()
})
