import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'

import type { ReportDocument } from '@/api/messages'
import { show } from '@/testing/page'

import { Silences } from './Silences'

const NOON_US = Date.UTC(2026, 10, 21, 12) * 1000

function report(...silences: ReportDocument['silences']) {
  return { started_us: NOON_US, facts: { zone: 'UTC' }, silences } as unknown as ReportDocument
}

const silence = (started_ms: number, arrived: number, lost = 0) => ({
  started_ms,
  ended_ms: started_ms + 60_000,
  arrived,
  lost,
})
const said = () => screen.getAllByRole('listitem').map((item) => item.textContent.replaceAll(/\s[AP]M/g, ''))

test('a gap is told with its length and what became of it, and holds against nobody', async () => {
  await show(<Silences report={report(silence(190_000, 40))} />)
  expect(said()).toEqual([
    'Nothing reached us from 12:03:10 to 12:04:10 (1:00). What was noted meanwhile arrived later.',
  ])
  expect(screen.getByText(/nothing of a person. It takes nothing off/)).toBeDefined()
})

test('what did not arrive and what was lost is told as such', async () => {
  const alone = { started_ms: 300_000, ended_ms: 300_000, arrived: 0, lost: 1 }
  await show(<Silences report={report(silence(10_000, 0), silence(190_000, 3, 7), alone)} />)
  expect(said().map((sentence) => sentence.split('. ').at(-1))).toEqual([
    'What may have been noted meanwhile did not arrive.',
    '7 notes of that time are lost: the device had no room for them.',
    'One note of the device at 12:05:00 is lost.',
  ])
})

test('without gaps nothing is said', async () => {
  const { container } = await show(<Silences report={report()} />)
  expect(container.textContent).toBe('')
})
