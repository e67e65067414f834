import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'

import { show } from '@/testing/page'

import { Field } from './Field'
import { ZoneCombobox } from './ZoneCombobox'

const nothing = () => undefined

/** What stands beside a place in the list, with a day chosen. */
async function offsetOf(place: string, day: string): Promise<string | null> {
  await show(
    <Field label="Zone">{(ids) => <ZoneCombobox {...ids} value="" onChange={nothing} day={day} />}</Field>,
  )
  await userEvent.type(screen.getByRole('combobox'), place)
  return screen.getByRole('option').textContent
}

test('a zone stands as far from UTC as it does on the day that is planned', async () => {
  expect(await offsetOf('berlin', '2026-07-01')).toBe('Europe/BerlinGMT+2')
})

test('and in winter an hour less', async () => {
  expect(await offsetOf('berlin', '2026-12-01')).toBe('Europe/BerlinGMT+1')
})

test('half a day that somebody is still typing is no day', async () => {
  expect(await offsetOf('tokyo', '2026-1')).toBe('Asia/TokyoGMT+9')
})
