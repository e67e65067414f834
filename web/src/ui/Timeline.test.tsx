import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'

import { show } from '@/testing/page'

import { Timeline, TimelineEntry } from './Timeline'

test('it is a list with a name, in the order of what happened', async () => {
  await show(
    <Timeline label="So far">
      <TimelineEntry at="Monday">Invited</TimelineEntry>
      <TimelineEntry at="Thursday" isQuiet>
        Reminder
      </TimelineEntry>
    </Timeline>,
  )
  const entries = within(screen.getByRole('list', { name: 'So far' })).getAllByRole('listitem')
  expect(entries.map((one) => one.textContent)).toEqual(['InvitedMonday', 'ReminderThursday'])
})
