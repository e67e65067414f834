import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import type { Visit } from '@/features/scheduling/visit'
import { show } from '@/testing/page'
import type { Observer, Reading } from '@/vision/contracts'
import { makeReading } from '@/vision/testing'

import { LivenessStep } from './LivenessStep'

const VISIT = { interview: { organisation: 'Northwind Hospital' } } as unknown as Visit
const EVERY_MS = 100

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: vi.fn() }))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function showStep() {
  let read: (reading: Reading) => void = () => undefined
  const observer = { onReading: (listener: typeof read) => ((read = listener), () => undefined) }
  const onDone = vi.fn()
  await show(
    <LivenessStep
      visit={VISIT}
      observer={observer as unknown as Observer}
      onDone={onDone}
      onBack={vi.fn()}
      wayOut={null}
    />,
  )
  const person = userEvent.setup({ advanceTimers: (ms) => vi.advanceTimersByTime(ms) })
  return {
    onDone,
    person,
    press: (name: string) => person.click(screen.getByRole('button', { name })),
    /** Sits there, still, until the page shows this. */
    sitStillUntil: (name: string) => {
      for (let k = 0; k < 600 && !screen.queryByRole('heading', { name }); k++) {
        act(() => {
          vi.advanceTimersByTime(EVERY_MS)
          read(makeReading(performance.now()))
        })
      }
    },
  }
}

test('going on without is one press, and is said to be not made', async () => {
  const { onDone, press } = await showStep()
  await press('Go on without')
  expect(onDone).toHaveBeenCalledWith({ outcome: 'not_made', answers: [] })
})

test('who sits still has answered nothing, reads so, and may try three times', async () => {
  const { onDone, press, sitStillUntil } = await showStep()
  await press('Start')
  for (const again of [true, true, false]) {
    sitStillUntil('Not everything was seen')
    expect(screen.getAllByRole('listitem')).toHaveLength(4)
    expect(screen.getAllByText(/^not seen within/)).toHaveLength(4)
    if (again) await press('Once more')
  }
  expect(screen.queryByRole('button', { name: 'Once more' })).toBeNull()
  await press('Go on')
  expect(onDone).toHaveBeenCalledWith(expect.objectContaining({ outcome: 'not_answered' }))
})

test('Escape stops, and nothing is kept of it', async () => {
  const { onDone, person, press } = await showStep()
  await press('Start')
  expect(screen.getByRole('application').textContent).toContain('hold still')
  await person.keyboard('{Escape}')
  await press('Go on without')
  expect(onDone).toHaveBeenCalledWith({ outcome: 'not_made', answers: [] })
})
