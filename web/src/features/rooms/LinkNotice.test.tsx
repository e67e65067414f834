import { act, screen } from '@testing-library/react'
import { expect, test } from 'vitest'

import { Cell } from '@/lib/cell'
import type { LinkStatus, Space } from '@/live/contracts'
import { show } from '@/testing/page'

import { LinkNotice } from './LinkNotice'

const ALL_IS_WELL: LinkStatus = { state: 'open' }
const GONE: LinkStatus = { state: 'reconnecting', attempt: 1 }

async function notice(status: LinkStatus, durable = true) {
  const client = { status: new Cell(status), space: new Cell<Space>('ample'), queue: { durable } }
  await show(<LinkNotice client={client} />)
  return client
}

const said = () => screen.getByRole('status').textContent

test('nothing is said while all is well', async () => {
  await notice(ALL_IS_WELL)
  expect(said()).toBe('')
})

test('while the connection is gone it says what is safe, and only what is', async () => {
  await notice(GONE)
  expect(said()).toContain('Nothing is lost')
})

test('where the browser keeps nothing, people are asked to leave the page open', async () => {
  await notice(GONE, false)
  expect(said()).toContain('leave this page open')
  expect(said()).not.toContain('Nothing is lost')
})

test('it says when space runs out, what is lost when there is none, and stops saying so', async () => {
  const { space } = await notice(GONE)
  act(() => space.set('low'))
  expect(said()).toContain('soon this browser can keep no more')
  act(() => space.set('full'))
  expect(said()).toContain('shown as a gap and counts for nothing')
  act(() => space.set('ample'))
  expect(said()).toContain('Nothing is lost')
})
