import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'

import type { Caption } from '@/media/contracts'
import { show } from '@/testing/page'

import { Captions } from './Captions'
import type { RoomState } from './client'

const ROOM = { participants: [{ id: 'cai', name: 'Cai' }] } as RoomState

/** A call that writes down what is said, as no backend of ours does yet. */
function writing() {
  const listeners = new Set<(caption: Caption) => void>()
  const onCaption = (listener: (caption: Caption) => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const say = (id: string, text: string) =>
    act(() => listeners.forEach((hear) => hear({ participant: 'cai', id, text })))
  return { call: { onCaption }, say }
}

const lines = () => [...screen.getByRole('log').children].map((one) => one.textContent)

test('a call that writes nothing down has no place for it', async () => {
  const { container } = await show(<Captions call={{}} room={ROOM} />)
  expect(container.textContent).toBe('')
})

test('captions are shown once somebody asks, better words replace worse ones, and the last three stay', async () => {
  const { call, say } = writing()
  await show(<Captions call={call} room={ROOM} />)
  say('1', 'The tie')
  expect(screen.queryByRole('region', { name: 'Captions' })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Show captions' }))
  say('1', 'The tide window')
  expect(lines()).toEqual(['Cai The tide window'])
  say('2', 'Two')
  say('3', 'Three')
  say('4', 'Four')
  expect(lines()).toEqual(['Cai Two', 'Cai Three', 'Cai Four'])
  await userEvent.click(screen.getByRole('button', { name: 'Hide captions' }))
  expect(screen.queryByRole('log')).toBeNull()
})

test('a key shows and hides them', async () => {
  await show(<Captions call={writing().call} room={ROOM} />)
  await userEvent.keyboard('t')
  expect(screen.getByRole('region', { name: 'Captions' }).textContent).toBe('What is said appears here.')
  await userEvent.keyboard('t')
  expect(screen.queryByRole('region')).toBeNull()
})
