import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'

import type { ReportDocument } from '@/api/messages'
import { serve, show } from '@/testing/page'

import { Figures } from './Figures'
import type { Reading } from './reading'
import { Watch } from './Watch'

const WATCH: ReportDocument['watch'] = {
  parts: [
    {
      part: 'objects',
      stretches: [
        { started_ms: 0, ended_ms: 30_000, state: 'watching', reason: '', rate_mhz: 500 },
        { started_ms: 30_000, ended_ms: 60_000, state: 'paused', reason: 'no_room', rate_mhz: 0 },
      ],
    },
  ],
  calibration: {
    method: 'eyes',
    checked: 4,
    error_px: 71,
    error_mdeg: 1900,
    radius_px: 150,
    radius_mdeg: 4040,
  },
  virtual_cameras: ['OBS Virtual Camera'],
  liveness: [
    {
      outcome: 'answered',
      answers: [{ asked: 'turn_left', answered: true, took_ms: 1240, measured: 24_000 }],
    },
  ],
  eyelids: { blinks_per_minute: 17, shut_pm: 41 },
  noise: { least_db: -54, most_db: -41 },
}

const ALL_OPEN = { isOpen: () => true } as unknown as Reading

const report = (parts: Partial<ReportDocument>) => parts as unknown as ReportDocument

test('each part says from when to when it watched, how fast, and why it paused', async () => {
  await show(<Watch report={report({ watch: WATCH })} reading={ALL_OPEN} />)
  const lines = screen.getAllByRole('listitem').map((line) => line.textContent)
  expect(lines).toEqual([
    '0:00 to 0:30: about 0.5 a second',
    '0:30 to 1:00: paused: the call needed the processor',
    'By the eyes: half of 4 checks within 71 px (1.9°), 9 of 10 readings within 150 px (4°).',
    'The camera’s name is that of a program: OBS Virtual Camera.',
    'asked to turn the head to the left: seen after 1.2 s',
    '17 blinks a minute, eyes shut 4.1% of the time',
    '-54 to -41 dB below full scale',
  ])
})

test('without such words of the device there is no such part of the report', async () => {
  await show(<Watch report={report({ watch: null })} reading={ALL_OPEN} />)
  expect(screen.queryByText('How it was observed')).toBeNull()
})

test('next to each rule that found something stands how right it was when measured', async () => {
  serve({
    'GET /api/rules/measured': () => [
      200,
      {
        phone: { precision_pm: 690, recall_pm: 730, sample: '40 clips', weaker: 'A hand looks like one.' },
        book: { precision_pm: null, recall_pm: 80, sample: 'pictures', weaker: '' },
      },
    ],
  })
  const rules = [
    { rule: 'phone', found: 2 },
    { rule: 'book', found: 0 },
  ]
  await show(
    <dl>
      <Figures report={report({ outcome: { rules } as ReportDocument['outcome'] })} />
    </dl>,
  )
  const told = await screen.findByText(/about 7 were right in our measurements/)
  expect(told.textContent).toContain('Of 10 that were there, about 7 were noted')
  expect(within(document.body).queryByText('Notes: book or paper')).toBeNull()
})
