import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'

import type { SealedSession } from '@/api/messages'
import { saveText } from '@/lib/save-text'
import type { Downwards, EvidenceQueue } from '@/live/contracts'
import { serve, show } from '@/testing/page'

import { SealNote } from './SealNote'

vi.mock(import('@/lib/save-text'), () => ({ saveText: vi.fn() }))

const SEALED: SealedSession = {
  session: 's1',
  seals: [
    {
      document: {
        format: 'fairview.seal.1',
        session: 's1',
        sequence: 1,
        previous: '0'.repeat(64),
        positions: 3,
        streams: [],
        root: '3f9a02bc77d1e0a4'.padEnd(64, '0'),
        sealed_us: 1,
        key: 'k',
      },
      signature: 'ab',
      public_key: 'cd',
      stamp: '',
    },
  ],
}
const HEAD = { stream: 'a', through: 3, head: 'ff', signed_us: 2, path: [], signature: 'ee', key: 'k' }
const RECEIPT: Downwards['evidence.acknowledged_state'] = { type: 'evidence.acknowledged_state', ...HEAD }
const QUEUE = { receipts: () => Promise.resolve([RECEIPT]) } as Partial<EvidenceQueue> as EvidenceQueue

test('the candidate reads the mark and saves seals and signed heads', async () => {
  serve({ 'GET /api/visit/seals': () => [200, SEALED] })
  await show(<SealNote queue={QUEUE} />)
  expect(await screen.findByText('3f9a 02bc 77d1 e0a4')).toBeDefined()
  await userEvent.setup().click(screen.getByRole('button', { name: 'Save the receipt' }))
  await vi.waitFor(() => expect(saveText).toHaveBeenCalled())
  const [name, text] = vi.mocked(saveText).mock.calls[0] ?? []
  expect(name).toBe('fairview-receipt-s1.json')
  expect(JSON.parse(text ?? '')).toEqual({ format: 'fairview.receipts.1', ...SEALED, receipts: [HEAD] })
})

test('until there is a seal it says so, and without a door it says nothing', async () => {
  serve({ 'GET /api/visit/seals': () => [200, { session: 's1', seals: [] }] })
  const { unmount } = await show(<SealNote />)
  expect(await screen.findByText('The record of this talk is being sealed…')).toBeDefined()
  unmount()
  serve({})
  const { container } = await show(<SealNote />)
  await vi.waitFor(() => expect(container.textContent).toBe(''))
})
